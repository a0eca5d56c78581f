package vn.mscore.hotline.console;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.shared.UnitCode;

/**
 * The fields of an {@code application/x-www-form-urlencoded} body. A resource asks for the fields it knows, with a bound;
 * what else was sent is never looked at.
 */
public final class Form {
    /** No field. */
    public static final Form EMPTY = new Form(Map.of());

    private static final int MOST_VERSIONS = 1_000_000;

    /** The most bytes of a body that are read. */
    public static final int MAX_BYTES = 256 << 10;

    /** An office that does not exist. */
    public static final UnitCode NO_UNIT = new UnitCode("0");

    private static final int MAX_FIELDS = 500;

    private final Map<String, List<String>> fields;

    private Form(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /** Fields for tests: name, value, name, value... */
    public static Form of(String... namesAndValues) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            fields.computeIfAbsent(namesAndValues[i], name -> new ArrayList<>()).add(namesAndValues[i + 1]);
        }
        return new Form(fields);
    }

    /** Reads a body; throws {@link Unreadable} for broken escapes or more than 500 fields. */
    public static Form parse(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (text.isEmpty()) {
            return EMPTY;
        }
        List<String> pairs = new ArrayList<>();
        for (String pair : text.split("&", MAX_FIELDS + 1)) {
            int equals = pair.indexOf('=');
            pairs.add(plain(equals < 0 ? pair : pair.substring(0, equals)));
            pairs.add(equals < 0 ? "" : plain(pair.substring(equals + 1)));
        }
        if (pairs.size() > 2 * MAX_FIELDS) {
            throw new Unreadable("too many fields");
        }
        return of(pairs.toArray(new String[0]));
    }

    private static String plain(String escaped) {
        try {
            // Browsers send line ends as two characters and count them as one.
            return URLDecoder.decode(escaped, StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IllegalArgumentException e) {
            throw new Unreadable("a broken escape");
        }
    }

    /** The field {@code name} without outer blanks; empty when it is missing, blank, or longer than {@code max} characters. */
    public Optional<String> text(String name, int max) {
        return raw(name, max).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The field {@code name} as it was typed, for passwords; empty when missing, empty or longer than {@code max}. */
    public Optional<String> raw(String name, int max) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.stream().findFirst().filter(value -> !value.isEmpty() && value.length() <= max);
    }

    /** Whether the field is longer than {@code max}: to say so instead of saying that it is missing. */
    public boolean tooLong(String name, int max) {
        return fields.getOrDefault(name, List.of()).stream().anyMatch(value -> value.length() > max);
    }

    /** All values of a field that may be there many times (check boxes), each at most {@code max} long. */
    public List<String> texts(String name, int max) {
        return fields.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty() && value.length() <= max)
                .toList();
    }

    /**
     * The office whose code stands in the field; {@link #NO_UNIT} where something else does, so that it is refused and not left
     * out; empty when nothing does.
     */
    public Optional<UnitCode> unit(String name) {
        return text(name, MAX_BYTES).map(code -> UnitCode.isValid(code) ? new UnitCode(code) : NO_UNIT);
    }

    /** The version that the page showed which was sent, empty when it is none. */
    public Optional<Integer> version() {
        return number("version", 0, MOST_VERSIONS).map(Long::intValue);
    }

    /** A whole number within {@code min..max}. */
    public Optional<Long> number(String name, long min, long max) {
        return text(name, 20)
                .filter(value -> value.matches("-?\\d{1,19}"))
                .flatMap(Form::whole)
                .filter(value -> value >= min && value <= max);
    }

    /** Ids of rows have nineteen digits, and not every number of nineteen digits is a long. */
    private static Optional<Long> whole(String digits) {
        try {
            return Optional.of(Long.valueOf(digits));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** One of the constants of {@code type} by its name. */
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        return text(name, 50).flatMap(value -> constant(type, value));
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String value) {
        for (E one : type.getEnumConstants()) {
            if (one.name().equals(value)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** All that was sent in one text, to tell one body from another; never to be shown or kept. */
    String joined() {
        return fields.toString();
    }

    /** Whether a box is ticked. */
    public boolean ticked(String name) {
        return text(name, 10).isPresent();
    }

    /** The body is no form. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(String why) {
            super(why);
        }
    }
}
