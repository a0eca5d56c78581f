package vn.mscore.hotline.console.frame;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/** Tokens of forms: bound to the session by a hash, random where there is no session yet. */
final class Tokens {
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    /** The token that belongs to a session; it tells nothing about the session's own. */
    static String ofSession(String session) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(("form|" + session).getBytes(StandardCharsets.UTF_8));
            return text(Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return text(bytes);
    }

    /** Whether {@code text} looks like one of {@link #random()}. */
    static boolean shaped(String text) {
        return text.matches("[A-Za-z0-9_-]{22}");
    }

    static boolean same(String one, String other) {
        return !one.isEmpty()
                && MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
