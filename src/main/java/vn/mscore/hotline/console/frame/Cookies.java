package vn.mscore.hotline.console.frame;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.util.Map;
import vn.mscore.hotline.platform.Settings;

/** The cookies of the screens. Behind TLS their names carry {@code __Host-}, so that no other host can set them. */
@Singleton
public class Cookies {
    private static final int YEAR = 365 * 24 * 3600;

    private final boolean https;

    /** Reads {@code hotline.console.https}. */
    @Inject
    public Cookies(Settings settings) {
        https = settings.flag("hotline.console.https", false);
    }

    /** What a cookie holds. */
    enum Kind {
        SESSION("hotline"),
        FORM("hotline-form"),
        LANGUAGE("hotline-language"),
        THEME("hotline-theme");

        private final String name;

        Kind(String name) {
            this.name = name;
        }
    }

    /** The value of a cookie, empty when it was not sent. */
    String read(Map<String, Cookie> sent, Kind kind) {
        Cookie cookie = sent.get(name(kind));
        return cookie == null || cookie.getValue() == null ? "" : cookie.getValue();
    }

    /** A cookie until the browser is closed. */
    NewCookie make(Kind kind, String value) {
        return builder(kind).value(value).build();
    }

    /** A cookie for a year. */
    NewCookie keep(Kind kind, String value) {
        return builder(kind).value(value).maxAge(YEAR).build();
    }

    /** The cookie of a session. */
    public NewCookie session(String token) {
        return make(Kind.SESSION, token);
    }

    /** Takes the cookie of the session away. */
    public NewCookie noSession() {
        return builder(Kind.SESSION).value("").maxAge(0).build();
    }

    private String name(Kind kind) {
        return (https ? "__Host-" : "") + kind.name;
    }

    private NewCookie.Builder builder(Kind kind) {
        return new NewCookie.Builder(name(kind))
                .path("/")
                .httpOnly(true)
                .secure(https)
                .sameSite(SameSite.STRICT);
    }
}
