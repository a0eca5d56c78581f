package vn.mscore.hotline.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The head of the trail as it was, signed with a key of this installation: a line of {@code var/audit-head}, and what a
 * witness elsewhere gets. It proves what the trail was.
 *
 * @param seq number of the last line then
 * @param hash its hash, hexadecimal
 * @param at when
 */
public record AuditSeal(long seq, String hash, Instant at) {
    /** The file below {@code hotline.var}. */
    public static final String FILE = "audit-head";

    /** The file below {@code hotline.var} with the last head that a witness took. */
    public static final String TAKEN = "audit-head-taken";

    /** The secret that signs. */
    public static final String SECRET = "audit-seal";

    private static final int CELLS = 4;

    /** The line to write. */
    public String signed(String key) {
        return body() + "\t" + mac(key);
    }

    /** What goes to a witness; nothing personal is in it. */
    public String json(String key) {
        return "{\"lines\":%d,\"hash\":\"%s\",\"at\":\"%s\",\"signature\":\"%s\"}".formatted(seq, hash, at, mac(key));
    }

    private String body() {
        return seq + "\t" + hash + "\t" + at;
    }

    private String mac(String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Number, hash, time and signature; empty when {@code key} did not sign them. */
    static Optional<AuditSeal> genuine(List<String> cells, String key) {
        try {
            if (cells.size() != CELLS) {
                return Optional.empty();
            }
            AuditSeal seal = new AuditSeal(Long.parseLong(cells.get(0)), cells.get(1), Instant.parse(cells.get(2)));
            byte[] signature = cells.get(3).getBytes(StandardCharsets.US_ASCII);
            boolean ours = MessageDigest.isEqual(seal.mac(key).getBytes(StandardCharsets.US_ASCII), signature);
            return Optional.of(seal).filter(one -> ours);
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
