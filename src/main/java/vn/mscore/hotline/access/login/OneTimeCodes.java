package vn.mscore.hotline.access.login;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Codes of the second factor: RFC 6238 with SHA-1, six digits and 30 seconds, which every authenticator can do. */
@Singleton
public final class OneTimeCodes {
    private static final int SECRET_BYTES = 20;
    private static final int DIGITS = 6;
    private static final long STEP_SECONDS = 30;
    private static final String ISSUER = "Duong day nong";

    private final TimeBasedOneTimePasswordGenerator generator;

    /** Needs HmacSHA1 of the platform. */
    @Inject
    public OneTimeCodes() {
        generator = new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(STEP_SECONDS), DIGITS);
    }

    /** A new secret of 160 bits in base32. */
    public String newSecret() {
        return Base32.encode(Secrets.bytes(SECRET_BYTES));
    }

    /** What an authenticator reads off the picture. */
    String uri(String login, String secret) {
        String issuer = URLEncoder.encode(ISSUER, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/" + issuer + ":" + login + "?secret=" + secret + "&issuer=" + issuer;
    }

    /** The code of an instant. */
    public String codeAt(String secret, Instant at) {
        try {
            return generator.generateOneTimePasswordString(new SecretKeySpec(Base32.decode(secret), "RAW"), at);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The step in which {@code code} is right: now, one before or one after; but never a step up to {@code used}, so that
     * a code works once.
     */
    OptionalLong match(String secret, String code, long used, Instant now) {
        long current = now.getEpochSecond() / STEP_SECONDS;
        OptionalLong found = OptionalLong.empty();
        for (long step = current - 1; step <= current + 1; step++) {
            boolean right = same(codeAt(secret, Instant.ofEpochSecond(step * STEP_SECONDS)), code);
            if (right && step > used) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
