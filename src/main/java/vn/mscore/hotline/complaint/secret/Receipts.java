package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.Pseudonym;
import vn.mscore.hotline.privacy.BlindIndex;

/**
 * The code by which a citizen comes back from any phone (security R11): six digits to be said on the telephone, kept as a
 * keyed hash bound to the ticket.
 */
@Singleton
class Receipts {
    private static final int CODES = 1_000_000;

    private final Custody custody;
    private final SqlSealedCases cases;
    private final SqlLooks looks;
    private final BlindIndex index;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Receipts(Custody custody, SqlSealedCases cases, SqlLooks looks, BlindIndex index) {
        this.custody = custody;
        this.cases = cases;
        this.looks = looks;
        this.index = index;
    }

    Optional<String> issue(Viewer viewer, Pseudonym pseudonym) {
        return custody.opened(viewer, pseudonym)
                .filter(held -> viewer.stepUpFresh())
                .map(held -> {
                    String code = String.format("%06d", random.nextInt(CODES));
                    cases.receipt(held, digest(cases.ticket(held).digits(), code));
                    looks.note(viewer, held, "receipt", "");
                    return code;
                });
    }

    private byte[] digest(String ticket, String code) {
        return index.of(BlindIndex.Purpose.PIN, "sealed|" + ticket + "|" + code);
    }
}
