package vn.mscore.hotline.sms.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One command out of a command line (ITU-T V.250 5.2, 3GPP TS 27.007 4).
 *
 * @param name without AT, upper case: {@code E}, {@code &F}, {@code +CMGS}
 * @param kind what is asked
 * @param arguments without quotes; empty ones are empty strings
 */
record AtCommand(String name, Kind kind, List<String> arguments) {
    enum Kind {
        EXECUTE,
        READ,
        TEST,
        SET
    }

    /** The argument at {@code index}, or {@code fallback} when absent or empty. */
    String text(int index, String fallback) {
        return index < arguments.size() && !arguments.get(index).isEmpty() ? arguments.get(index) : fallback;
    }

    /** The numeric argument at {@code index}; {@code fallback} when absent, -1 when it is no number. */
    int number(int index, int fallback) {
        String text = text(index, "");
        if (text.isEmpty()) {
            return fallback;
        }
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    /** Splits what stands after AT: {@code E0+CMEE=1;+CREG=2} holds three commands. */
    static List<AtCommand> parse(String body) {
        List<AtCommand> commands = new ArrayList<>();
        int at = 0;
        while (at < body.length()) {
            char c = body.charAt(at);
            if (c == ' ' || c == ';') {
                at++;
            } else if (Character.isLetter(c) || c == '&') {
                at = basic(body, at, commands);
            } else {
                int end = endOfExtended(body, at);
                commands.add(extended(body.substring(at, end)));
                at = end;
            }
        }
        return commands;
    }

    private static int basic(String body, int from, List<AtCommand> commands) {
        int at = body.charAt(from) == '&' ? Math.min(from + 2, body.length()) : from + 1;
        String name = body.substring(from, at).toUpperCase(Locale.ROOT);
        if (name.equals("D")) {
            commands.add(new AtCommand(name, Kind.SET, List.of(body.substring(at))));
            return body.length();
        }
        int end = at;
        while (end < body.length() && "0123456789=?".indexOf(body.charAt(end)) >= 0) {
            end++;
        }
        String digits = body.substring(at, end);
        commands.add(new AtCommand(
                name, digits.isEmpty() ? Kind.EXECUTE : Kind.SET, digits.isEmpty() ? List.of() : List.of(digits)));
        return end;
    }

    private static int endOfExtended(String body, int from) {
        boolean quoted = false;
        for (int i = from; i < body.length(); i++) {
            char c = body.charAt(i);
            quoted ^= c == '"';
            if (c == ';' && !quoted) {
                return i;
            }
        }
        return body.length();
    }

    private static AtCommand extended(String text) {
        int mark = 0;
        while (mark < text.length() && "=?".indexOf(text.charAt(mark)) < 0) {
            mark++;
        }
        String name = text.substring(0, mark).trim().toUpperCase(Locale.ROOT);
        String rest = text.substring(mark).trim();
        return switch (rest) {
            case "" -> new AtCommand(name, Kind.EXECUTE, List.of());
            case "?" -> new AtCommand(name, Kind.READ, List.of());
            case "=?" -> new AtCommand(name, Kind.TEST, List.of());
            default -> new AtCommand(name, Kind.SET, arguments(rest.substring(1)));
        };
    }

    private static List<String> arguments(String text) {
        List<String> arguments = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        boolean quoted = false;
        for (char c : text.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                arguments.add(current.toString().trim());
                current.setLength(0);
            } else {
                current.append(c);
            }
        }
        arguments.add(current.toString().trim());
        return arguments;
    }
}
