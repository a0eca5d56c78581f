package vn.mscore.hotline.complaint;

import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.complaint.SealedDeeds.Summary;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.UnitCode;

/** People who keep the sealed lane, and a report in it. */
final class Custodians {
    static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    static final String WORDS = "Ông trưởng phòng đòi tôi năm triệu mới chịu làm sổ đỏ cho nhà tôi";

    static final String NEUTRAL = "Người dân cho biết một cán bộ yêu cầu khoản tiền ngoài quy định.";
    /** The same words about an office. */
    static final Summary NAMED = new Summary(NEUTRAL, Optional.of(new UnitCode("KS-PKT")));

    static final String WHY = "xem xét xử lý ban đầu trong hạn 7 ngày";
    static final Viewer AN = fresh(1);
    static final Viewer BINH = fresh(2);
    static final Viewer CHI = fresh(3);

    private Custodians() {}

    /** A house on a working morning in which the three have accounts. */
    static CaseHouse house() {
        CaseHouse house = CaseHouse.atVietnam("2026-08-17T09:30");
        enter(house, AN, BINH, CHI);
        return house;
    }

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

    private static void enter(CaseHouse house, Viewer... viewers) {
        for (Viewer viewer : viewers) {
            house.sql("insert into account (id, login, name, role, password_hash, created_at, created_by) values ("
                    + viewer.account() + ", '" + viewer.login() + "', '" + viewer.name()
                    + "', 'CUSTODIAN', 'x', now(6), 0)");
        }
    }

    /** A bribery report by {@link #LAN}, under the name {@code custodian} finds it by. */
    static Pseudonym secret(CaseHouse house, Viewer custodian) {
        return secret(house, custodian, WORDS);
    }

    /** The same in other words. */
    static Pseudonym secret(CaseHouse house, Viewer custodian, String words) {
        house.tx(
                RegisterComplaint.class,
                r -> r.register(new NewComplaint(
                        ComplaintKind.DENUNCIATION,
                        Optional.of(LAN),
                        words,
                        Optional.of(new DossierCode("H50.15-260814-0012")),
                        "sms:1:modem",
                        false)));
        return house.tx(SealedCases.class, cases -> cases.list(custodian, 1).covers())
                .get(0)
                .pseudonym();
    }
}
