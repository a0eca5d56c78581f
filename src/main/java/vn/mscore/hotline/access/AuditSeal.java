package vn.mscore.hotline.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A line of {@code var/audit-head}: the head of the trail as it was, signed with a key of this installation. Copy the file
 * off the box from time to time: it proves what the trail was.
 *
 * @param seq number of the last line then
 * @param hash its hash, hexadecimal
 * @param at when
 */
public record AuditSeal(long seq, String hash, Instant at) {
    /** The file below {@code hotline.var}. */
    public static final String FILE = "audit-head";

    /** The secret that signs. */
    public static final String SECRET = "audit-seal";

    private static final int CELLS = 4;

    /** The line to write. */
    public String signed(String key) {
        return body() + "\t" + mac(key);
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

    /** Reads the lines of the file; what is not signed with {@code key} becomes a sentence in {@code faults}. */
    public static Map<Long, byte[]> read(List<String> lines, String key, List<String> faults) {
        Map<Long, byte[]> seals = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            if (cells.length == CELLS && genuine(cells, key)) {
                seals.put(Long.valueOf(cells[0]), HexFormat.of().parseHex(cells[1]));
            } else {
                faults.add("seal " + (i + 1) + " of " + FILE + " is not signed with our key");
            }
        }
        return seals;
    }

    private static boolean genuine(String[] cells, String key) {
        try {
            AuditSeal seal = new AuditSeal(Long.parseLong(cells[0]), cells[1], Instant.parse(cells[2]));
            return MessageDigest.isEqual(
                    seal.mac(key).getBytes(StandardCharsets.US_ASCII), cells[3].getBytes(StandardCharsets.US_ASCII));
        } catch (NumberFormatException | java.time.DateTimeException e) {
            return false;
        }
    }
}
