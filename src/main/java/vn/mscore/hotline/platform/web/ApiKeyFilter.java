package vn.mscore.hotline.platform.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import vn.mscore.hotline.platform.KnownKeys;
import vn.mscore.hotline.platform.Settings;

/**
 * Nothing under {@code /api} answers without the key, not even whether a path exists. The comparison takes the same time
 * whatever is wrong (R14).
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class ApiKeyFilter implements ContainerRequestFilter {
    private static final String HEADER = "X-Api-Key";
    private static final int UNAUTHORIZED = 401;

    /** The simulated phones of the demo: they have a door of their own and hold nothing of anybody. */
    private static final Pattern DEMO_PATH = Pattern.compile("/?simulator(/.*)?");

    private final byte[] key;
    private final boolean demo;
    private final KnownKeys others;

    /** Reads the key of the settings once; {@code others} knows those that administrators made. */
    @Inject
    public ApiKeyFilter(Settings settings, KnownKeys others) {
        this.others = others;
        key = settings.text("hotline.api.key").orElse("").getBytes(StandardCharsets.UTF_8);
        demo = settings.flag("hotline.demo", false);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!opens(request.getUriInfo().getPath(), request.getHeaderString(HEADER))) {
            request.abortWith(
                    new Problem(UNAUTHORIZED, "key", "send the key of var/secrets/api-key as " + HEADER).response());
        }
    }

    boolean opens(String path, String given) {
        byte[] bytes = given == null ? new byte[0] : given.getBytes(StandardCharsets.UTF_8);
        boolean known = key.length > 0 && MessageDigest.isEqual(key, bytes);
        boolean open = known || (demo && DEMO_PATH.matcher(path).matches());
        return open || (bytes.length > 0 && others.opens(given, path));
    }
}
