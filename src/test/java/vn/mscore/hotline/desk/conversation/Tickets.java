package vn.mscore.hotline.desk.conversation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.shared.TicketNumber;

/** Names for numbers that differ from run to run. */
final class Tickets {
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9/.-])[0-9]{7,8}(?![0-9])");
    private static final String HOTLINE = "18008081";

    private final Map<String, String> names = new LinkedHashMap<>();

    /** The text with names for ticket numbers. */
    String named(String text) {
        return NUMBER.matcher(text).replaceAll(match -> {
            String number = match.group();
            if (number.length() == 7) {
                return "{request}";
            }
            boolean ticket =
                    !number.equals(HOTLINE) && TicketNumber.parse(number).isPresent();
            return Matcher.quoteReplacement(ticket ? name(number) : number);
        });
    }

    private String name(String number) {
        return names.computeIfAbsent(number, key -> "{ticket" + (names.isEmpty() ? "" : names.size() + 1) + "}");
    }

    /** The text with ticket numbers for their names. */
    String real(String text) {
        String real = text;
        for (Map.Entry<String, String> entry : names.entrySet()) {
            real = real.replace(entry.getValue(), entry.getKey());
        }
        return real;
    }
}
