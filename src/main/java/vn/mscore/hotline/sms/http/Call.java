package vn.mscore.hotline.sms.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import vn.mscore.hotline.platform.JsonFields;

/**
 * A call of an aggregator, read.
 *
 * @param method of HTTP
 * @param query behind the question mark, as it was sent; empty when there is none
 * @param header a header by its name, null when there is none
 * @param body as it was sent
 * @param charset that query, form and body are read in; JSON is UTF-8
 */
record Call(String method, String query, UnaryOperator<String> header, byte[] body, Charset charset)
        implements Source.Parts {
    @Override
    public Optional<String> value(Source.Place place, String name) {
        return switch (place) {
            case QUERY -> Percent.field(query, name, charset);
            case FORM -> Percent.field(new String(body, StandardCharsets.UTF_8), name, charset);
            case JSON -> JsonFields.parse(body).flatMap(fields -> fields.at(name));
            case HEADER -> Optional.ofNullable(header.apply(name));
            case BODY -> Optional.of(Percent.text(body, charset));
        };
    }

    /** The same read in another character set. */
    Call in(Charset other) {
        return new Call(method, query, header, body, other);
    }

    /** What is kept of it: query and body, without the field of the query that holds the token. */
    byte[] kept(Optional<Source> token) {
        String secret = token.filter(source -> source.place() == Source.Place.QUERY)
                .map(source -> source.name() + "=")
                .orElse("=");
        String fields = Arrays.stream(query.split("&"))
                .filter(pair -> !pair.startsWith(secret))
                .collect(Collectors.joining("&"));
        byte[] head = (method + " ?" + fields + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    /** Without number and text. */
    @Override
    public String toString() {
        return "Call[" + method + ", " + body.length + " octets]";
    }
}
