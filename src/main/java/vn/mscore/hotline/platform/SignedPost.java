package vn.mscore.hotline.platform;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Brings one JSON object by POST, signed with HMAC-SHA-256 (RFC 2104) over time stamp, a dot and the body. Only 2xx counts;
 * redirects are not followed, no proxy is asked, the answer's body is not read.
 */
public final class SignedPost implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final HttpPost http;
    private final Clock clock;

    /** Works on a thread called {@code name}. */
    public SignedPost(String name, ThreadFactory threads, Clock clock) {
        this.http = new HttpPost(name, threads, LIMIT);
        this.clock = clock;
    }

    /** Tries once, within fifteen seconds: what went wrong, empty when it was taken. */
    public Optional<String> fault(PostAddress to, String body) {
        String stamp = Long.toString(clock.instant().getEpochSecond());
        try {
            int status = http.status(HttpRequest.newBuilder(to.uri())
                    .header("Content-Type", "application/json; charset=utf-8")
                    .header("X-Hotline-Timestamp", stamp)
                    .header("X-Hotline-Signature", "sha256=" + signature(to.secret(), stamp, body))
                    .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                    .build());
            return status / 100 == 2 ? Optional.empty() : Optional.of("answered " + status);
        } catch (IOException e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            return Optional.of("did not answer: " + why.getClass().getSimpleName());
        }
    }

    static String signature(String secret, String stamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((stamp + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
