package vn.mscore.hotline.sms.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import vn.mscore.hotline.shared.Require;

/**
 * Where a value stands in a request or an answer: {@code query:from}, {@code form:from}, {@code json:/sms/0/from},
 * {@code header:X-From} or {@code body}; with {@code ~ REGEX} only what that finds in it, its first group if it has one.
 *
 * @param place which part
 * @param name its name there, a pointer for JSON; empty for the body
 * @param pattern what to find in it
 */
record Source(Place place, String name, Optional<Pattern> pattern) {
    /** A part of a request or an answer. */
    enum Place {
        /** A field of the address. */
        QUERY,
        /** A field of a form. */
        FORM,
        /** A value of a JSON object (RFC 6901). */
        JSON,
        /** A header. */
        HEADER,
        /** All of the body. */
        BODY
    }

    /** What has such parts. Throws {@link IllegalArgumentException} when the part cannot be read. */
    interface Parts {
        /** The value of that name; empty when it is not there. */
        Optional<String> value(Place place, String name);
    }

    /**
     * Reads a source.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Source parse(String text) {
        String[] halves = text.split("\\s+~\\s+", 2);
        String[] words = halves[0].strip().split(":", 2);
        Place place = place(words[0]);
        String name = words.length == 2 ? words[1].strip() : "";
        Require.that(
                name.isEmpty() == (place == Place.BODY),
                "must be query:NAME, form:NAME, json:/PLACE, header:NAME or body");
        Require.that(place != Place.JSON || name.startsWith("/"), "must have a place in JSON that begins with /");
        return new Source(place, name, halves.length == 2 ? Optional.of(pattern(halves[1])) : Optional.empty());
    }

    /** The source that {@code field} of a mapping must name. */
    static Source required(MappingFile file, String field) {
        return file.reading(field, () -> parse(file.required(field)));
    }

    /** The source that {@code field} names, if it is there. */
    static Optional<Source> optional(MappingFile file, String field) {
        return file.text(field).map(text -> file.reading(field, () -> parse(text)));
    }

    private static Place place(String word) {
        try {
            Require.that(word.equals(word.toLowerCase(Locale.ROOT)), "upper case");
            return Place.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must begin with query:, form:, json:, header: or body", e);
        }
    }

    private static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex, Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("has no regular expression behind ~", e);
        }
    }

    /** The value in {@code parts}; empty when it is not there or nothing is found in it. */
    Optional<String> in(Parts parts) {
        return parts.value(place, name).flatMap(this::found);
    }

    private Optional<String> found(String value) {
        if (pattern.isEmpty()) {
            return Optional.of(value);
        }
        Matcher matcher = pattern.get().matcher(value);
        if (!matcher.find()) {
            return Optional.empty();
        }
        return Optional.ofNullable(matcher.groupCount() > 0 ? matcher.group(1) : matcher.group());
    }
}
