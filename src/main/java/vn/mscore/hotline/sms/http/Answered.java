package vn.mscore.hotline.sms.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import vn.mscore.hotline.platform.JsonFields;

/**
 * What an aggregator answered.
 *
 * @param status of HTTP
 * @param headers its headers by name
 * @param body its body, cut at a limit
 */
record Answered(int status, Function<String, Optional<String>> headers, byte[] body) implements Source.Parts {
    @Override
    public Optional<String> value(Source.Place place, String name) {
        return switch (place) {
            case HEADER -> headers.apply(name);
            case BODY -> Optional.of(new String(body, StandardCharsets.UTF_8));
            case JSON -> JsonFields.parse(body).flatMap(fields -> fields.at(name));
            case QUERY, FORM -> Optional.empty();
        };
    }

    /** Without the body: aggregators repeat numbers and texts in it. */
    @Override
    public String toString() {
        return "Answered[" + status + ", " + body.length + " octets]";
    }
}
