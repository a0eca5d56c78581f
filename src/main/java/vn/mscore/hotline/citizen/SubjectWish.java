package vn.mscore.hotline.citizen;

import java.util.regex.Pattern;
import vn.mscore.hotline.shared.Unaccented;

/** What somebody wants with his own data (Law 91/2025 art. 4). */
public enum SubjectWish {
    /** To have them: QUYEN. */
    COPY,
    /** To have them erased: XOADL. */
    ERASURE,
    /** To have them corrected or used for less. */
    OTHER;

    private static final Pattern ERASE = Pattern.compile("(?i)\\bxoa(?:dl)?\\b");

    /** What a text wants: to erase where it says so, else to know. */
    public static SubjectWish of(String text) {
        return ERASE.matcher(Unaccented.of(text)).find() ? ERASURE : COPY;
    }
}
