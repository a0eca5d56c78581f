package vn.mscore.hotline.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
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
     * @param forwarded all lines {@code X-Forwarded-For} of the request: a proxy may append to the last or add one, so what
     *     stands before was said by anybody (RFC 9110 5.3)
     */
    public String address(String peer, Enumeration<String> forwarded) {
        String list = String.join(",", Collections.list(forwarded));
        if (list.isEmpty() || !isProxy(peer)) {
            return peer;
        }
        String last = list.substring(list.lastIndexOf(',') + 1).strip();
        return ADDRESS.matcher(last).matches() ? last : peer;
    }

    /** Whether {@code peer} is a proxy whose word is heard. */
    boolean isProxy(String peer) {
        return proxies.contains(peer);
    }
}
