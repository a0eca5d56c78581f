package vn.mscore.hotline.sms.http;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a mapping may put into a request, written {@code {to-plus}}. */
enum Placeholder {
    /** The citizen's number as {@code 84912345678}. */
    TO,
    /** The same as {@code +84912345678}. */
    TO_PLUS,
    /** The same as {@code 0912345678}. */
    TO_LOCAL,
    /** What to say, in the form the mapping asks for. */
    TEXT,
    /** The same in hexadecimal: UTF-16BE when it needs Unicode, else one octet for each septet of the GSM alphabet. */
    TEXT_HEX,
    /** Our short code, number or brand name: the setting {@code sender}. */
    FROM,
    /** A number that this text keeps however often it is sent. */
    ID,
    /** The same with the name of the line before it, for aggregators that take a text once per id. */
    CLIENT_ID,
    /** How many messages the text counts for. */
    PARTS,
    /** For how many minutes the network may try, at least one. */
    VALIDITY,
    /** Whether the text needs Unicode, in the words of the mapping. */
    UNICODE,
    /** The name of this line: how calls to us name it. */
    LINE,
    /** The setting {@code password}. */
    PASSWORD,
    /** The setting {@code secret}. */
    SECRET;

    /** Those a header may hold: a citizen's words are none of them. */
    static final Set<Placeholder> WITHOUT_TEXT = EnumSet.complementOf(EnumSet.of(TEXT, TEXT_HEX));

    /** As it is written between braces. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Placeholder> of(String word) {
        return Arrays.stream(values()).filter(p -> p.word().equals(word)).findFirst();
    }
}
