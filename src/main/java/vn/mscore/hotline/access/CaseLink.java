package vn.mscore.hotline.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * An entry of the log of a case, without its hash, as its row holds it: what a case is, this room does not know.
 *
 * @param complaint row of the case
 * @param entry row of the entry
 * @param at when, in microseconds
 * @param from state before, empty when there was none
 * @param fromUnit code of the office before, empty when there was none
 * @param version of the case afterwards: 1, 2, 3... without a gap
 * @param words {@link CaseWords#digest} of what was written with it, empty when nothing was
 */
public record CaseLink(
        long complaint,
        long entry,
        Instant at,
        String actor,
        String deed,
        String from,
        String to,
        String fromUnit,
        String toUnit,
        String note,
        int version,
        String words) {
    /**
     * SHA-256 over every field with its length and the hash of the entry before; {@code before} is null for the first. Entries
     * from before their words were vouched for have one field less.
     */
    public byte[] chained(byte[] before) {
        List<String> fields = new ArrayList<>(List.of(
                Long.toString(complaint),
                Long.toString(entry),
                at.toString(),
                actor,
                deed,
                from,
                to,
                fromUnit,
                toUnit,
                note,
                Integer.toString(version),
                before == null ? "" : HexFormat.of().formatHex(before)));
        if (!words.isEmpty()) {
            fields.add(words);
        }
        return hash(fields);
    }

    /** What the column of an entry says of its words: null in those with which nothing was written. */
    public static String words(byte[] digest) {
        return digest == null ? "" : HexFormat.of().formatHex(digest);
    }

    /** SHA-256 over every field with its length. */
    static byte[] hash(List<String> fields) {
        StringBuilder all = new StringBuilder();
        fields.forEach(field -> all.append(field.length()).append(':').append(field));
        return hash(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256. */
    static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 does not work in this Java", e);
        }
    }
}
