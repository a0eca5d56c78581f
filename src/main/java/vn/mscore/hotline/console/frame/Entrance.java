package vn.mscore.hotline.console.frame;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.access.Sessions;
import vn.mscore.hotline.access.Stage;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.Circumstances;
import vn.mscore.hotline.console.Form;
import vn.mscore.hotline.console.LocalPath;
import vn.mscore.hotline.console.Theme;
import vn.mscore.hotline.console.frame.Cookies.Kind;
import vn.mscore.hotline.platform.Callers;
import vn.mscore.hotline.shared.Language;

/** Finds out who asks. Who is not signed in gets no further than the sign-in pages, not even to learn what paths exist. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class Entrance implements ContainerRequestFilter {
    /** The property of a request that holds who asks: an answer may be made on a thread without the request's scope. */
    static final String ASKED = "screens.asked";

    private static final String SIGN_IN = "/console/login";
    private static final int UNAUTHORIZED = 401;
    private static final int LONGEST_COOKIE = 100;

    private final Asked asked;
    private final Sessions sessions;
    private final Cookies cookies;
    private final Callers callers;

    @Context
    private HttpServletRequest servletRequest;

    /** Joined by CDI. */
    @Inject
    public Entrance(Asked asked, Sessions sessions, Cookies cookies, Callers callers) {
        this.asked = asked;
        this.sessions = sessions;
        this.cookies = cookies;
        this.callers = callers;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Circumstances circumstances = circumstances(request);
        asked.become(circumstances);
        request.setProperty(ASKED, asked.here());
        if (circumstances.viewer().isEmpty() && !opens(circumstances.path())) {
            request.abortWith(toSignIn(request, circumstances));
        }
    }

    /** Whether {@code path} is there for whoever comes. */
    static boolean opens(String path) {
        return path.equals(SIGN_IN) || path.startsWith(SIGN_IN + "/");
    }

    private Circumstances circumstances(ContainerRequestContext request) {
        Map<String, Cookie> sent = request.getCookies();
        String token = cookies.read(sent, Kind.SESSION);
        Optional<Sessions.Session> session =
                token.isEmpty() || token.length() > LONGEST_COOKIE ? Optional.empty() : sessions.peek(token);
        Circumstances plain = new Circumstances(
                "/console/" + request.getUriInfo().getPath(),
                callers.address(servletRequest.getRemoteAddr(), servletRequest.getHeaders("X-Forwarded-For")),
                session.isPresent() ? token : "",
                session.filter(found -> found.stage() == Stage.OPEN).map(Sessions.Session::viewer),
                session.isPresent() ? Tokens.ofSession(token) : formToken(sent),
                cookies.read(sent, Kind.LANGUAGE).equals("en") ? Language.EN : Language.VI,
                Theme.of(cookies.read(sent, Kind.THEME)),
                "true".equals(request.getHeaderString("HX-Request")),
                Form.EMPTY);
        return plain;
    }

    /** Before there is a session the token of forms is in a cookie of its own; see {@link FormCookie}. */
    private String formToken(Map<String, Cookie> sent) {
        String known = cookies.read(sent, Kind.FORM);
        return Tokens.shaped(known) ? known : Tokens.random();
    }

    private static Response toSignIn(ContainerRequestContext request, Circumstances circumstances) {
        if (circumstances.fragment()) {
            return Response.status(UNAUTHORIZED)
                    .header("HX-Redirect", SIGN_IN + to(page(request.getHeaderString("HX-Current-URL"))))
                    .build();
        }
        if (request.getMethod().equals("GET")) {
            return Response.seeOther(URI.create(SIGN_IN + to(circumstances.path())))
                    .build();
        }
        String form = page(request.getHeaderString("Referer"));
        return form.isEmpty()
                ? Response.status(UNAUTHORIZED).build()
                : Response.seeOther(URI.create(SIGN_IN + to(form))).build();
    }

    private static String to(String page) {
        return page.isEmpty() ? "" : "?to=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }

    /** The page of ours that a browser says it is on: without its host, which anybody may say. Empty when it is none. */
    static String page(String address) {
        try {
            URI said = new URI(address == null ? "" : address);
            String path = said.getRawPath() == null ? "" : said.getRawPath();
            String page = said.getRawQuery() == null ? path : path + "?" + said.getRawQuery();
            return LocalPath.of(page).equals(page) ? page : "";
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
