package vn.mscore.hotline.access;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What somebody wrote with an entry of the log of a case: a reason, a note, an explanation; as its row holds it.
 *
 * @param complaint row of the case
 * @param version of the entry that vouches for it, -1 when none does
 * @param place table it stands in
 * @param row its row there
 * @param kind what it is, and of an explanation what for
 * @param unit office in whose name it was written, empty for none
 * @param proof {@link #proof} of what was sealed, empty when it is gone and should not be
 */
public record CaseWords(
        long complaint,
        int version,
        String place,
        long row,
        String kind,
        Instant at,
        String login,
        String name,
        String role,
        String unit,
        byte[] proof) {
    /** SHA-256 of what is sealed: it may stay when that is erased, as a part of that is chance. */
    public static byte[] proof(String kept) {
        return CaseLink.hash(kept.getBytes(StandardCharsets.UTF_8));
    }

    /** What an entry says of all that was written with it, in hexadecimal; empty when nothing was. */
    public static String digest(List<CaseWords> written) {
        List<String> fields = new ArrayList<>();
        written.forEach(one -> fields.addAll(one.fields()));
        return fields.isEmpty() ? "" : HexFormat.of().formatHex(CaseLink.hash(fields));
    }

    private List<String> fields() {
        return List.of(
                place,
                Long.toString(row),
                kind,
                at.toString(),
                login,
                name,
                role,
                unit,
                HexFormat.of().formatHex(proof));
    }
}
