package vn.mscore.hotline.sms.http;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.shared.Require;

/**
 * A value with placeholders. It is read once, at the start; what is put in is never looked through for placeholders.
 *
 * @param pieces words and places, in their order
 */
record Template(List<Piece> pieces) {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]*)}");
    private static final Pattern ADDRESS = Pattern.compile("https?://.*", Pattern.DOTALL);

    /** Words as they stand, and what follows them. */
    record Piece(String words, Optional<Placeholder> place) {}

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException when it names a placeholder that is unknown or not {@code allowed}
     */
    static Template parse(String text, Set<Placeholder> allowed) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = PLACE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            Placeholder place = Placeholder.of(matcher.group(1)).orElse(null);
            Require.that(place != null, "has the unknown placeholder " + matcher.group());
            Require.that(allowed.contains(place), "must not hold " + matcher.group());
            pieces.add(new Piece(words(text.substring(end, matcher.start())), Optional.of(place)));
            end = matcher.end();
        }
        pieces.add(new Piece(words(text.substring(end)), Optional.empty()));
        return new Template(List.copyOf(pieces));
    }

    static Template parse(String text) {
        return parse(text, EnumSet.allOf(Placeholder.class));
    }

    private static String words(String words) {
        Require.that(words.indexOf('{') < 0 && words.indexOf('}') < 0, "has a brace that belongs to no placeholder");
        return words;
    }

    /** Which placeholders it has. */
    Set<Placeholder> places() {
        Set<Placeholder> places = EnumSet.noneOf(Placeholder.class);
        pieces.forEach(piece -> piece.place().ifPresent(places::add));
        return places;
    }

    /** Filled in; within an address of its own, each value is percent-encoded. */
    String fill(Map<Placeholder, String> values) {
        boolean address = ADDRESS.matcher(pieces.get(0).words()).matches();
        return fill(values, address ? Percent::encode : UnaryOperator.identity());
    }

    /** Filled in with values in the {@code encoding} of their place. */
    String fill(Map<Placeholder, String> values, UnaryOperator<String> encoding) {
        StringBuilder out = new StringBuilder();
        for (Piece piece : pieces) {
            out.append(piece.words());
            piece.place().ifPresent(place -> out.append(encoding.apply(values.get(place))));
        }
        return out.toString();
    }
}
