package vn.mscore.hotline.citizen;

import java.util.regex.Pattern;
import vn.mscore.hotline.shared.Unaccented;

/** What somebody wants with his own data (Law 91/2025 art. 4). */
public enum SubjectWish {
    /** To have them: QUYEN. */
    COPY("QUYEN"),
    /** To have them erased: XOADL. */
    ERASURE("XOADL"),
    /** To have them corrected or used for less. */
    OTHER("DU LIEU");

    private static final Pattern ERASE = Pattern.compile("(?i)\\bxoa(?:dl)?\\b");

    private final String command;

    SubjectWish(String command) {
        this.command = command;
    }

    /** What somebody texts who says nothing but this: all that is shown of words that are to be seen by nobody. */
    public String command() {
        return command;
    }

    /** What a text wants: to erase where it says so, else to know. */
    public static SubjectWish of(String text) {
        return ERASE.matcher(Unaccented.of(text)).find() ? ERASURE : COPY;
    }
}
