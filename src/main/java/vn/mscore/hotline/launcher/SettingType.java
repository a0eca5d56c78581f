package vn.mscore.hotline.launcher;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The look of a value: {@code text}, {@code flag}, {@code number:MIN..MAX}, {@code list}, {@code path}, {@code pace},
 * {@code secret:MINLENGTH}, {@code choice:a|b} or {@code match:REGEX}.
 */
record SettingType(Kind kind, String argument) {
    private static final Pattern PACE = Pattern.compile("[1-9][0-9]{0,5}/(s|min)");

    enum Kind {
        TEXT,
        FLAG,
        NUMBER,
        LIST,
        PATH,
        PACE,
        SECRET,
        CHOICE,
        MATCH
    }

    static SettingType parse(String words) {
        String[] parts = words.split(":", 2);
        return new SettingType(Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts.length == 1 ? "" : parts[1]);
    }

    /** What is wrong with {@code value}, as the end of a sentence that never shows it; empty when nothing is. */
    String fault(String value) {
        return switch (kind) {
            case TEXT, LIST, PATH -> "";
            case FLAG -> value.matches("true|false") ? "" : "must be true or false";
            case NUMBER -> numberFault(value);
            case PACE -> PACE.matcher(value).matches() ? "" : "must read N/min or N/s";
            case SECRET ->
                value.length() >= Integer.parseInt(argument) ? "" : "must have at least " + argument + " characters";
            case CHOICE ->
                java.util.List.of(argument.split("\\|")).contains(value)
                        ? ""
                        : "must be one of " + argument.replace("|", ", ");
            case MATCH -> value.matches(argument) ? "" : "must look like " + argument;
        };
    }

    private String numberFault(String value) {
        String[] bounds = argument.split("\\.\\.");
        try {
            long number = Long.parseLong(value);
            boolean inside = number >= Long.parseLong(bounds[0]) && number <= Long.parseLong(bounds[1]);
            return inside ? "" : "must lie between " + bounds[0] + " and " + bounds[1];
        } catch (NumberFormatException e) {
            return "is not a whole number";
        }
    }
}
