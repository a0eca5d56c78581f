package vn.mscore.hotline.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.UnguardedScreens;

/** Headers of every answer (R39), refusals of other filters too: {@code web.xml} puts it before them. With TLS browsers insist on it. */
public class SecurityHeaders implements Filter {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self';"
                            + " connect-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none';"
                            + " frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store");

    private final boolean https;
    private final UnguardedScreens screens;

    /** Reads {@code hotline.console.https}; tells {@code screens} who asks for one. */
    @Inject
    public SecurityHeaders(Settings settings, UnguardedScreens screens) {
        this.screens = screens;
        https = settings.flag("hotline.console.https", false);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse http = (HttpServletResponse) response;
        HEADERS.forEach(http::setHeader);
        if (https) {
            http.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (request instanceof HttpServletRequest asked) {
            kept(asked).ifPresent(how -> http.setHeader("Cache-Control", how));
            look(asked);
        }
        chain.doFilter(request, response);
    }

    private void look(HttpServletRequest asked) {
        if (asked.getRequestURI().startsWith("/console")) {
            screens.asked(asked.getRemoteAddr(), OwnMachine.asks(asked), OwnMachine.isPassedOn(asked));
        }
    }

    /**
     * Styles and scripts hold nothing of anybody. Ours are kept and asked for again by their tag, unless their address says
     * more; that of a library has its version in it.
     */
    private static Optional<String> kept(HttpServletRequest asked) {
        // Where two read an address differently nothing is kept.
        String path = asked.getRequestURI().matches("[A-Za-z0-9/._~@-]*") ? asked.getRequestURI() : "";
        return path.startsWith("/assets/")
                ? Optional.of("no-cache")
                : Optional.of("public, max-age=86400").filter(day -> path.startsWith("/webjars/"));
    }
}
