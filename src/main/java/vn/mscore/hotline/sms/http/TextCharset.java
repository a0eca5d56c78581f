package vn.mscore.hotline.sms.http;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.shared.Require;

/**
 * How a text is written: in which character set, always the same or named by each call, as Kannel does with {@code %C},
 * and whether its octets come in hexadecimal, as Jasmin's do.
 *
 * @param fixed when no call names one
 * @param named where a call names it
 * @param words the aggregator's own names: {@code in.charset.8 = UTF-16BE}
 * @param hex whether the octets are in hexadecimal
 */
record TextCharset(Charset fixed, Optional<Source> named, Map<String, Charset> words, boolean hex) {
    private static final String FIELD = "in.charset";

    /** Kannel's name for octets that are no text. */
    private static final String OCTETS = "binary";

    static TextCharset read(MappingFile file) {
        String text = file.text(FIELD).orElse("UTF-8");
        Map<String, Charset> words = new HashMap<>(Map.of(OCTETS, StandardCharsets.ISO_8859_1));
        file.under(FIELD + ".").forEach((word, name) -> words.put(word, set(file, FIELD + "." + word, name)));
        boolean hex = file.choice("in.text.form", "text", "hex").equals("hex");
        if (text.contains(":")) {
            Source named = file.reading(FIELD, () -> Source.parse(text));
            return new TextCharset(StandardCharsets.UTF_8, Optional.of(named), Map.copyOf(words), hex);
        }
        return new TextCharset(set(file, FIELD, text), Optional.empty(), Map.of(), hex);
    }

    private static Charset set(MappingFile file, String field, String name) {
        return known(name)
                .orElseThrow(() -> file.wrong(field, "must be a character set, as UTF-8, or where a call names it"));
    }

    private static Optional<Charset> known(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /**
     * The text of {@code call}; empty when it has none.
     *
     * @throws IllegalArgumentException when the call names a character set that nobody knows, or the text is not in it: a
     *     guess would be stored as the citizen's words
     */
    Optional<String> text(Source source, Call call) {
        Charset charset = of(call);
        return hex ? source.in(call).map(text -> unhexed(text, charset)) : source.in(call.in(charset));
    }

    private static String unhexed(String text, Charset charset) {
        Require.that(text.matches("([0-9A-Fa-f]{2})*"), "the text is not hexadecimal");
        return Percent.text(HexFormat.of().parseHex(text), charset);
    }

    private Charset of(Call call) {
        Optional<String> name =
                named.flatMap(source -> source.in(call)).map(String::strip).filter(text -> !text.isEmpty());
        return name.map(text -> Optional.ofNullable(words.get(text))
                        .or(() -> known(text))
                        .orElseThrow(() -> new IllegalArgumentException("in an unknown character set")))
                .orElse(fixed);
    }
}
