package vn.mscore.hotline.sms.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.platform.JsonFields;
import vn.mscore.hotline.shared.Require;

/**
 * How many messages one call holds: one, or a list of them in a JSON body, whose elements are then looked at one by one as
 * if each had come by itself.
 *
 * @param list the place of the list (RFC 6901), empty text for a body that is one; empty for one message
 * @param second where the second of several would stand when the file reads the first element of a list only
 */
record Several(Optional<String> list, Optional<String> second) {
    private static final String FIRST = "/0";
    private static final String JSON = "json";

    /**
     * Reads {@code PREFIX.each}: {@code json:/results}, or {@code json} for a body that is a list.
     *
     * @param needed two sources that a message cannot be without
     */
    static Several read(MappingFile file, String prefix, Source needed, Source other) {
        String field = prefix + ".each";
        Optional<String> list = file.text(field).map(text -> file.reading(field, () -> place(text)));
        boolean inside = Stream.of(needed, other).allMatch(source -> source.place() == Source.Place.JSON);
        if (list.isPresent() && !inside) {
            throw file.wrong(field, "is a list in JSON, and what it is a list of stands elsewhere");
        }
        Optional<String> first = Stream.of(needed, other)
                .map(Several::firstOfList)
                .reduce((a, b) -> a.equals(b) ? a : Optional.empty())
                .flatMap(both -> both);
        return new Several(list, list.isPresent() ? Optional.empty() : first.map(Several::next));
    }

    private static String place(String text) {
        Require.that(text.equals(JSON) || text.startsWith(JSON + ":/"), "must be json, or json:/PLACE of a list");
        return text.substring(Math.min(text.length(), JSON.length() + 1));
    }

    /** Up to the first step that is the first of a list. */
    private static Optional<String> firstOfList(Source source) {
        int at = (source.name() + "/").indexOf(FIRST + "/");
        boolean inList = source.place() == Source.Place.JSON && at >= 0;
        return inList ? Optional.of(source.name().substring(0, at + FIRST.length())) : Optional.empty();
    }

    private static String next(String first) {
        return first.substring(0, first.length() - 1) + "1";
    }

    /**
     * The messages of {@code call}, each as a call of its own.
     *
     * @throws IllegalArgumentException when the list is not there, or there are several that the file does not know of
     */
    List<Call> of(Call call) {
        if (list.isPresent()) {
            return JsonFields.elements(call.body(), list.get())
                    .orElseThrow(() -> new IllegalArgumentException("without the list of messages"))
                    .stream()
                    .map(call::with)
                    .toList();
        }
        boolean more = second.isPresent()
                && JsonFields.parse(call.body())
                        .filter(fields -> fields.has(second.get()))
                        .isPresent();
        Require.that(!more, "holds several messages, the file reads the first: it needs in.each or dlr.each");
        return List.of(call);
    }
}
