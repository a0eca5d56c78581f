package vn.mscore.hotline.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Vietnamese without diacritics, as phones of the last century write it. */
public final class Unaccented {
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    private Unaccented() {}

    /**
     * The same text without diacritics: composed or decomposed input (NFC, NFD) gives the same result. The letter d with
     * stroke does not decompose, so it is mapped by hand, also where it was typed as U+00D0 (eth).
     */
    public static String of(String text) {
        if (isAscii(text)) {
            return text;
        }
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return bare.replace('đ', 'd').replace('Đ', 'D').replace('Ð', 'D').replace('ð', 'd');
    }

    /** Whether it holds ASCII alone, as codes do: the database refuses to compare a column of codes with anything else. */
    public static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
