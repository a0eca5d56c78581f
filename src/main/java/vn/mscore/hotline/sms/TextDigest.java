package vn.mscore.hotline.sms;

import java.util.Locale;
import vn.mscore.hotline.privacy.BlindIndex;

/** Recognises an equal text within the month, whatever its case and spaces, without keeping it. */
public final class TextDigest {
    private TextDigest() {}

    /** A keyed hash of 32 bytes. */
    public static byte[] of(String text, BlindIndex blind) {
        String plain = text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return blind.of(BlindIndex.Purpose.DEDUPE, "text\u001f" + plain);
    }
}
