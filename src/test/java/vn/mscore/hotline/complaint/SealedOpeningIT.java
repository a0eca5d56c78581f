package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.SealedCases.Opening;
import vn.mscore.hotline.complaint.SealedCases.Opening.State;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;

/** What the second custodian knows before he opens a sealed case with the first. */
class SealedOpeningIT {
    private static final String WHY = "xem xét xử lý ban đầu trong hạn 7 ngày";
    private static final Viewer AN = custodian(1, true);
    private static final Viewer BINH = custodian(2, true);

    private CaseHouse house;
    private Pseudonym pseudonym;

    @BeforeEach
    void open() {
        house = CaseHouse.atVietnam("2026-08-17T09:30");
        for (Viewer one : List.of(AN, BINH)) {
            house.sql("insert into account (id, login, name, role, password_hash, created_at, created_by) values ("
                    + one.account() + ", '" + one.login() + "', 'x', 'CUSTODIAN', 'x', now(6), 0)");
        }
        house.register(new PhoneNumber("+84912345678"), ComplaintKind.DENUNCIATION, "ong ay doi tien");
        List<SealedCases.Cover> covers =
                house.tx(SealedCases.class, cases -> cases.list(AN, 1).covers());
        pseudonym = covers.get(0).pseudonym();
        Optional<Reason> refused = house.tx(SealedDeeds.class, deeds -> deeds.askToOpen(AN, pseudonym, WHY));
        assertThat(refused).isEmpty();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static Viewer custodian(long account, boolean fresh) {
        return new Viewer(account, "giu" + account, "Giữ khóa " + account, Role.CUSTODIAN, Optional.empty(), fresh);
    }

    private Opening opening(Viewer viewer) {
        Optional<SealedCases.Cover> cover = house.tx(SealedCases.class, cases -> cases.cover(viewer, pseudonym));
        return cover.orElseThrow().opening();
    }

    private Optional<String> confirm(Viewer viewer) {
        Optional<Reason> refused = house.tx(SealedDeeds.class, deeds -> deeds.confirmOpening(viewer, pseudonym));
        return refused.map(Reason::code);
    }

    @Test
    void secondPersonShouldReadTheReasonBeforeConfirmingAndOnlyWithAFreshCode() {
        assertThat(opening(BINH).reason()).isEqualTo(WHY);
        assertThat(opening(custodian(2, false)).reason()).isEmpty();
        assertThat(opening(AN).reason()).as("his own").isEmpty();
        assertThat(confirm(BINH)).isEmpty();
    }

    @Test
    void requestOfAClosedAccountShouldOpenNothing() {
        house.sql("update account set disabled_at = now(6) where id = 1");
        assertThat(confirm(BINH)).contains("sealed.not-asked");
        assertThat(opening(BINH).state()).isEqualTo(State.CLOSED);
    }
}
