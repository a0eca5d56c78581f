package vn.mscore.hotline.privacy;

import java.util.List;
import vn.mscore.hotline.shared.PhoneNumber;

/** Keyed hashes (HMAC-SHA-256) that let us look a value up without storing it. One key per purpose. */
public interface BlindIndex {
    /** 32 bytes, equal for equal numbers under the same purpose, telling nothing without the key. */
    byte[] of(Purpose purpose, PhoneNumber phone);

    /** 32 bytes for any text: a dedupe key, a limit's subject, an alphanumeric sender. */
    byte[] of(Purpose purpose, String text);

    /** {@link #of(Purpose, String)} under every key still in use, the current one first: for DEDUPE also last month's. */
    default List<byte[]> all(Purpose purpose, String text) {
        return List.of(of(purpose, text));
    }

    /** What the hash is for; values of different purposes cannot be joined. */
    enum Purpose {
        /** Look-up of a citizen's line, dossiers, scores and tickets by number. */
        PHONE,
        /** Recognising the same message seen twice; the key changes monthly. */
        DEDUPE,
        /** Subjects of limits. */
        LIMIT,
        /** PINs of dossiers, bound to their code: {@code code|pin}. */
        PIN,
        /** Words of cases, so that they are found without being stored. */
        WORD
    }
}
