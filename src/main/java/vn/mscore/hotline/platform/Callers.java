package vn.mscore.hotline.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    /**
     * The caller's address.
     *
     * @param peer who is at the other end of the connection
     * @param forwarded {@code X-Forwarded-For} of the request, null when it has none
     */
    public String address(String peer, String forwarded) {
        if (forwarded == null || !proxies.contains(peer)) {
            return peer;
        }
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return ADDRESS.matcher(last).matches() ? last : peer;
    }
}
