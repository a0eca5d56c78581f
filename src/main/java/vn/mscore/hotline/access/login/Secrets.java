package vn.mscore.hotline.access.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Random tokens and their hashes. What has 80 random bits or more needs no slow hash. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int TOKEN_BYTES = 32;
    private static final int FIVE_BITS = 31;

    private Secrets() {}

    /** 256 random bits, 43 characters. */
    public static String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
    }

    /** {@code count} random bytes. */
    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** {@code characters} random base32 characters in groups of four: to be copied by hand. */
    static String handCode(int characters) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < characters; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(BASE32.charAt(RANDOM.nextInt() & FIVE_BITS));
        }
        return code.toString();
    }

    /** SHA-256. */
    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
