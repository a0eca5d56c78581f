package vn.mscore.hotline.sms.http;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.shared.Require;
import vn.mscore.hotline.sms.pdu.OctetText;

/**
 * How a text is written: in which character set, always the same or named by each call, as Kannel does with {@code %C},
 * and whether its octets come in hexadecimal, as Jasmin's do.
 *
 * @param fixed when no call names one
 * @param named where a call names it
 * @param words the aggregator's own names: {@code in.charset.8 = UTF-16BE}
 * @param septets those of them that mean one septet of the GSM alphabet in each octet: {@code in.charset.0 = GSM7}
 * @param hex whether the octets are in hexadecimal
 */
record TextCharset(
        Charset fixed, Optional<Source> named, Map<String, Charset> words, Set<String> septets, boolean hex) {
    private static final String FIELD = "in.charset";

    /** Kannel's name for octets that are no text. */
    private static final String OCTETS = "binary";

    /** Java knows no such character set; octets above 7F are read as ISO 8859-1. */
    private static final String GSM7 = "GSM7";

    static TextCharset read(MappingFile file) {
        String text = file.text(FIELD).orElse("UTF-8");
        Map<String, Charset> words = new HashMap<>(Map.of(OCTETS, StandardCharsets.ISO_8859_1));
        boolean hex = file.choice("in.text.form", "text", "hex").equals("hex");
        Set<String> septets = new HashSet<>();
        file.under(FIELD + ".").forEach((word, name) -> {
            if (!hex || !name.equals(GSM7)) {
                words.put(word, set(file, FIELD + "." + word, name));
            } else {
                septets.add(word);
            }
        });
        if (text.contains(":")) {
            Source named = file.reading(FIELD, () -> Source.parse(text));
            return new TextCharset(
                    StandardCharsets.UTF_8, Optional.of(named), Map.copyOf(words), Set.copyOf(septets), hex);
        }
        return new TextCharset(set(file, FIELD, text), Optional.empty(), Map.of(), Set.of(), hex);
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
        if (name(call).filter(septets::contains).isPresent()) {
            return source.in(call).map(text -> OctetText.read(OctetText.Kind.GSM7, false, octets(text))
                    .text());
        }
        Charset charset = of(call);
        return hex ? source.in(call).map(text -> Percent.text(octets(text), charset)) : source.in(call.in(charset));
    }

    private static byte[] octets(String text) {
        Require.that(text.matches("([0-9A-Fa-f]{2})*"), "the text is not hexadecimal");
        return HexFormat.of().parseHex(text);
    }

    private Optional<String> name(Call call) {
        return named.flatMap(source -> source.in(call)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private Charset of(Call call) {
        return name(call)
                .map(text -> Optional.ofNullable(words.get(text))
                        .or(() -> known(text))
                        .orElseThrow(() -> new IllegalArgumentException("in an unknown character set")))
                .orElse(fixed);
    }
}
