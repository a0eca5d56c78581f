package vn.mscore.hotline.complaint.jpa;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import vn.mscore.hotline.complaint.CaseLog.Entry;
import vn.mscore.hotline.shared.UnitCode;

/** The hash of an entry: SHA-256 over its fields, each with its length, and the hash before it. Pure. */
final class ChainLink {
    private ChainLink() {}

    static byte[] hash(long complaint, Entry entry, byte[] before) {
        StringBuilder fields = new StringBuilder();
        for (String field : List.of(
                Long.toString(complaint),
                Long.toString(entry.id()),
                entry.at().toString(),
                entry.actor(),
                entry.deed(),
                entry.from().map(Enum::name).orElse(""),
                entry.to().name(),
                entry.fromUnit().map(UnitCode::value).orElse(""),
                entry.toUnit().map(UnitCode::value).orElse(""),
                entry.note(),
                Integer.toString(entry.version()),
                before == null ? "" : HexFormat.of().formatHex(before))) {
            fields.append(field.length()).append(':').append(field);
        }
        return sha256().digest(fields.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 does not work in this Java", e);
        }
    }
}
