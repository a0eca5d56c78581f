package vn.mscore.hotline.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/**
 * A line of the audit trail, without its hash.
 *
 * @param seq 1, 2, 3... without a gap
 * @param at when, in microseconds
 * @param account row of the actor
 * @param login name of the actor
 * @param role what the actor was
 * @param deed stable code
 * @param subject what it was done to
 * @param reason why, when the deed asks for one
 */
public record AuditLine(
        long seq, Instant at, long account, String login, String role, String deed, String subject, String reason) {
    /** The hash before the first line. */
    public static byte[] beginning() {
        return new byte[32];
    }

    /** SHA-256 over the hash of the line before and every field with its length, so that no two lines read alike. */
    public byte[] chained(byte[] previous) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            String[] fields = {
                Long.toString(seq), at.toString(), Long.toString(account), login, role, deed, subject, reason
            };
            for (String field : fields) {
                byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
