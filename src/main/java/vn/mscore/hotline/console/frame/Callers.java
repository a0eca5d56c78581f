package vn.mscore.hotline.console.frame;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.mscore.hotline.platform.Settings;

/** Where requests come from: the peer, or what a trusted proxy says of it; anybody else's word is not heard. */
@Singleton
public class Callers {
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

    private final Set<String> proxies;

    /** Reads {@code hotline.console.proxies}. */
    @Inject
    public Callers(Settings settings) {
        proxies = Arrays.stream(
                        settings.text("hotline.console.proxies").orElse("").split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toSet());
    }

    String address(HttpServletRequest request) {
        return address(request.getRemoteAddr(), request.getHeader("X-Forwarded-For"));
    }

    String address(String peer, String forwarded) {
        if (forwarded == null || !proxies.contains(peer)) {
            return peer;
        }
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return ADDRESS.matcher(last).matches() ? last : peer;
    }
}
