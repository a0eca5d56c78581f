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

    /** The same with another body: one message of several. */
    Call with(byte[] other) {
        return new Call(method, query, header, other, charset);
    }

    /** What is kept of it: query and body, without the token. */
    byte[] kept(Optional<Source> token) {
        byte[] head =
                (method + " ?" + without(query, token, Source.Place.QUERY) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] rest = body(token);
        byte[] all = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, all, head.length, rest.length);
        return all;
    }

    private byte[] body(Optional<Source> token) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String form = without(text, token, Source.Place.FORM);
        boolean inside = token.filter(
                        source -> source.place() == Source.Place.JSON || source.place() == Source.Place.BODY)
                .isPresent();
        String secret = inside ? token.flatMap(this::secret).orElse("") : "";
        return (secret.isEmpty() ? form : form.replace(secret, "")).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One message of several may be without it. */
    private Optional<String> secret(Source token) {
        try {
            return token.in(this);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The pairs of a query or form without the field that holds the token, however its name is written. */
    private static String without(String pairs, Optional<Source> token, Source.Place place) {
        return token.filter(source -> source.place() == place)
                .map(source -> Arrays.stream(pairs.split("&"))
                        .filter(pair -> !Percent.name(pair).equals(Optional.of(source.name())))
                        .collect(Collectors.joining("&")))
                .orElse(pairs);
    }

    /** Without number and text. */
    @Override
    public String toString() {
        return "Call[" + method + ", " + body.length + " octets]";
    }
}
