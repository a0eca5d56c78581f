package vn.mscore.hotline.dossier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.shared.Require;

/**
 * One shape of dossier codes, compiled from its notation: parts separated by blanks, each {@code [separator]kind}. Kinds:
 * {@code d3}, {@code d1-3}, {@code d1-3*4} digits (one to three, up to four groups); {@code a2} a letter A-Y and two
 * digits; {@code H2} two digits to which the letter H belongs; {@code ymd} the date; {@code n4-5} the number of the day;
 * {@code k} alone makes it a keypad form, which yields ten digits and no code.
 */
final class CodeShape {
    private static final Pattern PART = Pattern.compile("([./-]?)(?:([daHn])(\\d)(?:-(\\d))?(?:\\*(\\d))?|(ymd))");

    /** A digit, or the letters that people type for nought and one. */
    private static final String DIGIT = "[0-9OIL]";

    private static final String GAP = "[ ./-]{0,3}";
    private static final String REAL_DATE =
            "(?:" + DIGIT + "{2}(?:[0O][1-9IL]|[1IL][0-2OIL])(?:[0O][1-9IL]|[12IL]" + DIGIT + "|3[01OIL]))";
    private static final String ANY_DATE = DIGIT + "{6}";

    /** The one-stop software began with ND 61/2018; earlier years would make codes of telephone numbers. */
    private static final int FIRST_YEAR = 2010;

    private final boolean keypad;
    private final List<Part> parts;
    private final List<Pattern> strict;
    private final List<Pattern> loose;

    private record Part(String separator, char kind, String lengths, int repeat) {
        int shortest() {
            return lengths.charAt(0) - '0';
        }

        int longest() {
            return lengths.charAt(lengths.length() - 1) - '0';
        }
    }

    /** What a shape found: the canonical parts, where they end, and the date if it is a real one. */
    record Match(String canonical, int end, Optional<LocalDate> date, boolean dated) {}

    private CodeShape(boolean keypad, List<Part> parts) {
        this.keypad = keypad;
        this.parts = parts;
        this.strict = patterns(parts, REAL_DATE);
        this.loose = patterns(parts, ANY_DATE);
    }

    /** Refuses notation it does not know with an {@link IllegalArgumentException}. */
    static CodeShape parse(String notation) {
        boolean keypad = notation.startsWith("k ");
        List<Part> parts = new ArrayList<>();
        for (String token : (keypad ? notation.substring(2) : notation).strip().split(" +")) {
            parts.add(part(token));
        }
        return new CodeShape(keypad, List.copyOf(parts));
    }

    private static Part part(String token) {
        Matcher m = PART.matcher(token);
        Require.that(m.matches(), "unknown part of a code's shape: " + token);
        if (m.group(6) != null) {
            return new Part(m.group(1), 'y', "6", 1);
        }
        String lengths = m.group(3) + (m.group(4) == null ? "" : m.group(4));
        return new Part(
                m.group(1),
                m.group(2).charAt(0),
                lengths,
                m.group(5) == null ? 1 : m.group(5).charAt(0) - '0');
    }

    /** One pattern per length of the number, shortest first: a number of four digits is the rule. */
    private static List<Pattern> patterns(List<Part> parts, String date) {
        Part last = parts.get(parts.size() - 1);
        List<Pattern> all = new ArrayList<>();
        for (int length = last.shortest(); length <= last.longest(); length++) {
            StringBuilder regex = new StringBuilder();
            for (int i = 0; i < parts.size(); i++) {
                String body = i == parts.size() - 1 && last.kind != 'y' ? DIGIT + "{" + length + "}" : null;
                regex.append(i == 0 ? "" : repeated(parts.get(i)) ? "" : GAP)
                        .append('(')
                        .append(body == null ? body(parts.get(i), date) : body)
                        .append(')');
            }
            all.add(Pattern.compile(regex.append("(?![0-9A-Z])").toString()));
        }
        return all;
    }

    private static boolean repeated(Part part) {
        return part.repeat > 1;
    }

    private static String body(Part part, String date) {
        String digits = DIGIT + "{" + part.shortest() + "," + part.longest() + "}";
        return switch (part.kind) {
            case 'y' -> date;
            case 'a' -> "[A-Y]" + digits;
            default -> repeated(part) ? "(?:" + GAP + digits + "){0," + part.repeat + "}" : digits;
        };
    }

    boolean keypad() {
        return keypad;
    }

    /** The reading whose date can be one. */
    Optional<Match> read(String text) {
        return first(strict, text).filter(m -> !m.dated() || plausible(m));
    }

    /** The reading whose date is none; keypad forms have none, ten digits may be anything. */
    Optional<Match> readFlawed(String text) {
        return keypad ? Optional.empty() : first(loose, text);
    }

    private static boolean plausible(Match match) {
        return match.date().isPresent() && match.date().get().getYear() >= FIRST_YEAR;
    }

    private Optional<Match> first(List<Pattern> patterns, String text) {
        return patterns.stream()
                .map(p -> p.matcher(text))
                .filter(Matcher::lookingAt)
                .map(this::match)
                .findFirst();
    }

    private Match match(Matcher m) {
        StringBuilder canonical = new StringBuilder();
        Optional<LocalDate> date = Optional.empty();
        boolean dated = false;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (repeated(part)) {
                groups(part, m.group(i + 1))
                        .forEach(g -> canonical.append(part.separator).append(g));
            } else {
                String piece = canonical(part, m.group(i + 1));
                canonical.append(part.separator).append(piece);
                dated |= part.kind == 'y';
                date = part.kind == 'y' ? date(piece) : date;
            }
        }
        return new Match(canonical.toString(), m.end(), date, dated);
    }

    private static String canonical(Part part, String piece) {
        return switch (part.kind) {
            case 'a' -> piece.charAt(0) + repaired(piece.substring(1));
            case 'H' -> "H" + repaired(piece);
            default -> repaired(piece);
        };
    }

    /** Groups as they were separated; a run without separators is cut in twos, as agencies number their levels. */
    private static List<String> groups(Part part, String run) {
        List<String> groups = new ArrayList<>();
        for (String typed : run.split("[ ./-]+")) {
            String rest = repaired(typed);
            while (rest.length() > part.longest()) {
                groups.add(rest.substring(0, 2));
                rest = rest.substring(2);
            }
            if (!rest.isEmpty()) {
                groups.add(rest);
            }
        }
        return groups;
    }

    private static String repaired(String digits) {
        return digits.replace('O', '0').replace('I', '1').replace('L', '1');
    }

    private static Optional<LocalDate> date(String ymd) {
        try {
            return Optional.of(LocalDate.of(2000 + number(ymd, 0), number(ymd, 2), number(ymd, 4)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String digits, int at) {
        return Integer.parseInt(digits, at, at + 2, 10);
    }
}
