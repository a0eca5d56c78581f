package vn.mscore.hotline.complaint.secret;

import java.util.Locale;
import vn.mscore.hotline.shared.Unaccented;

/** Whether words name a person in full, with or without accents; one word alone, as {@code An}, is anybody's. Pure. */
final class OwnName {
    private OwnName() {}

    static boolean isIn(String text, String name) {
        String whole = plain(name);
        return whole.strip().contains(" ") && plain(text).contains(whole);
    }

    private static String plain(String text) {
        return " "
                + Unaccented.of(text)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                        .strip() + " ";
    }
}
