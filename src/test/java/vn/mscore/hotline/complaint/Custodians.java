package vn.mscore.hotline.complaint;

import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.shared.PhoneNumber;

/** People who keep the sealed lane, and a report in it. */
final class Custodians {
    static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    static final String WORDS = "Ông trưởng phòng đòi tôi năm triệu mới chịu làm sổ đỏ cho nhà tôi";

    private Custodians() {}

    /** With a second factor given just now. */
    static Viewer fresh(long account) {
        return of(account, true);
    }

    /** With a second factor given long ago. */
    static Viewer stale(long account) {
        return of(account, false);
    }

    private static Viewer of(long account, boolean fresh) {
        return new Viewer(account, "giu" + account, "Giữ khóa " + account, Role.CUSTODIAN, Optional.empty(), fresh);
    }

    /** Gives them accounts. */
    static void enter(CaseHouse house, Viewer... viewers) {
        for (Viewer viewer : viewers) {
            house.sql("insert into account (id, login, name, role, password_hash, created_at, created_by) values ("
                    + viewer.account() + ", '" + viewer.login() + "', 'x', 'CUSTODIAN', 'x', now(6), 0)");
        }
    }

    /** A bribery report by {@link #LAN}, under the name {@code custodian} finds it by. */
    static Pseudonym secret(CaseHouse house, Viewer custodian) {
        house.tx(
                RegisterComplaint.class,
                r -> r.register(new NewComplaint(
                        ComplaintKind.DENUNCIATION,
                        Optional.of(LAN),
                        WORDS,
                        Optional.of(new DossierCode("H50.15-260814-0012")),
                        "sms:1:modem",
                        false)));
        return house.tx(SealedCases.class, cases -> cases.list(custodian))
                .get(0)
                .pseudonym();
    }
}
