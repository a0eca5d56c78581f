package vn.mscore.hotline.console.frame;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.Form;

/** Lets a request that may change something in only when a page of ours sent it (R38): by origin and by token. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION + 10)
public class Unforged implements ContainerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final int LONGEST_TOKEN = 64;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int TOO_LONG = 413;

    private final Asked asked;

    /** Joined by CDI. */
    @Inject
    public Unforged(Asked asked) {
        this.asked = asked;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (SAFE.contains(request.getMethod())) {
            return;
        }
        if (!ours(request)) {
            throw new WebApplicationException(FORBIDDEN);
        }
        if (MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(request.getMediaType())) {
            readForm(request);
        }
        if (!Tokens.same(asked.csrf(), token(request))) {
            throw new WebApplicationException(FORBIDDEN);
        }
    }

    private String token(ContainerRequestContext request) {
        String header = request.getHeaderString("X-CSRF-Token");
        return header == null ? asked.form().raw("csrf", LONGEST_TOKEN).orElse("") : header;
    }

    private void readForm(ContainerRequestContext request) throws IOException {
        tooLong(request.getLength());
        byte[] body = request.getEntityStream().readNBytes(Form.MAX_BYTES + 1);
        tooLong(body.length);
        request.setEntityStream(new ByteArrayInputStream(body));
        try {
            asked.become(asked.circumstances().bringing(Form.parse(body)));
        } catch (Form.Unreadable e) {
            throw new WebApplicationException(e, BAD_REQUEST);
        }
    }

    /** What says itself that it is too long is not waited for. */
    private static void tooLong(int length) {
        if (length > Form.MAX_BYTES) {
            throw new WebApplicationException(TOO_LONG);
        }
    }

    private static boolean ours(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        String origin = request.getHeaderString("Origin");
        boolean sameSite = "same-origin".equals(site);
        // A browser that keeps referrers to itself says "null" even to its own site.
        boolean known = origin == null || (sameSite && origin.equals("null"));
        return (site == null || sameSite) && (known || sameHost(origin, request.getHeaderString(HttpHeaders.HOST)));
    }

    /** Behind a proxy the scheme of the browser is not ours, the host is. */
    static boolean sameHost(String origin, String host) {
        try {
            String authority = new URI(origin).getRawAuthority();
            return authority != null
                    && host != null
                    && authority.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
