package vn.mscore.hotline.sms.http;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/**
 * The character set of a text: always the same, or named by each call, as Kannel does with {@code %C}.
 *
 * @param fixed when no call names one
 * @param named where a call names it
 */
record TextCharset(Charset fixed, Optional<Source> named) {
    private static final String FIELD = "in.charset";

    static TextCharset read(MappingFile file) {
        String text = file.text(FIELD).orElse("UTF-8");
        if (text.contains(":")) {
            return new TextCharset(StandardCharsets.UTF_8, Optional.of(file.reading(FIELD, () -> Source.parse(text))));
        }
        Charset charset = known(text)
                .orElseThrow(() -> file.wrong(FIELD, "must be a character set, as UTF-8, or where a call names it"));
        return new TextCharset(charset, Optional.empty());
    }

    private static Optional<Charset> known(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** The one of {@code call}; a name that nobody knows, "binary" for instance, is read octet by octet. */
    Charset of(Call call) {
        Optional<String> name =
                named.flatMap(source -> source.in(call)).map(String::strip).filter(text -> !text.isEmpty());
        return name.map(text -> known(text).orElse(StandardCharsets.ISO_8859_1)).orElse(fixed);
    }
}
