package vn.mscore.hotline.console;

import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.Language;

/**
 * What is known of a request.
 *
 * @param path below the root, with the leading slash and without the query: {@code /console/queue}
 * @param address where it came from, as far as it can be believed
 * @param session the token of the session, also of one that is only half signed in; empty when none
 * @param viewer who is signed in
 * @param csrf the token that its forms must carry; empty when there is no session
 * @param language VI or EN
 * @param theme light, dark or as the machine prefers
 * @param fragment whether htmx asks
 * @param form the fields it brought
 */
public record Circumstances(
        String path,
        String address,
        String session,
        Optional<Viewer> viewer,
        String csrf,
        Language language,
        Theme theme,
        boolean fragment,
        Form form) {
    /** Before anything is known. */
    public static final Circumstances UNKNOWN =
            new Circumstances("", "", "", Optional.empty(), "", Language.VI, Theme.AUTO, false, Form.EMPTY);

    /** Of {@code someone}, whose forms carry {@code token}. */
    public Circumstances with(Viewer someone, String token) {
        return new Circumstances(path, address, session, Optional.of(someone), token, language, theme, fragment, form);
    }

    /** Of a session whose forms carry {@code token}, signed in or not. */
    public Circumstances of(String tokenOfSession, String token) {
        return new Circumstances(path, address, tokenOfSession, viewer, token, language, theme, fragment, form);
    }

    /** Shown in {@code words} and {@code light}. */
    public Circumstances in(Language words, Theme light) {
        return new Circumstances(path, address, session, viewer, csrf, words, light, fragment, form);
    }

    /** With the fields {@code given}. */
    public Circumstances bringing(Form given) {
        return new Circumstances(path, address, session, viewer, csrf, language, theme, fragment, given);
    }
}
