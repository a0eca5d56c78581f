package vn.mscore.hotline.platform.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import vn.mscore.hotline.platform.KnownKeys;
import vn.mscore.hotline.platform.Settings;

/**
 * Nothing under {@code /api} answers without a key, not even whether a path exists. The key of the settings opens everything and
 * never ends, so it is one of this machine: from elsewhere it opens nothing unless the deployer says so. The comparison takes
 * the same time whatever is wrong (R14).
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class ApiKeyFilter implements ContainerRequestFilter {
    private static final String HEADER = "X-Api-Key";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    /** A 401 names what it wants (RFC 9110 15.5.2); there is no registered scheme for keys in a field of their own. */
    private static final String CHALLENGE = "ApiKey realm=\"hotline\", header=\"" + HEADER + "\"";

    private static final String SENTENCE = "send the key of an administrator as " + HEADER
            + "; that of var/secrets/api-key opens on its own machine only";

    /** The simulated phones of the demo: they have a door of their own and hold nothing of anybody. */
    private static final Pattern DEMO_PATH = Pattern.compile("/?simulator(/.*)?");

    private final byte[] key;
    private final boolean elsewhere;
    private final boolean demo;
    private final KnownKeys others;

    @Context
    private HttpServletRequest servletRequest;

    /** Reads the key of the settings once; {@code others} knows those that administrators made. */
    @Inject
    public ApiKeyFilter(Settings settings, KnownKeys others) {
        this.others = others;
        key = settings.text("hotline.api.key").orElse("").getBytes(StandardCharsets.UTF_8);
        elsewhere = settings.flag("hotline.api.key.elsewhere", false);
        demo = settings.flag("hotline.demo", false);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String given = request.getHeaderString(HEADER);
        if (!opens(request.getUriInfo().getPath(), given, servletRequest)) {
            request.abortWith(refusal(given));
        }
    }

    private Response refusal(String given) {
        if (given != null && others.isKnown(given)) {
            return new Problem(FORBIDDEN, "scope", "this key is not for this part of the interface").response();
        }
        return Response.fromResponse(new Problem(UNAUTHORIZED, "key", SENTENCE).response())
                .header("WWW-Authenticate", CHALLENGE)
                .build();
    }

    boolean opens(String path, String given, HttpServletRequest asked) {
        byte[] bytes = given == null ? new byte[0] : given.getBytes(StandardCharsets.UTF_8);
        boolean known = key.length > 0 && MessageDigest.isEqual(key, bytes) && (elsewhere || OwnMachine.asks(asked));
        if (known) {
            others.ownKeyOpened();
        }
        boolean open = known || (demo && DEMO_PATH.matcher(path).matches());
        return open || (bytes.length > 0 && others.opens(given, path));
    }
}
