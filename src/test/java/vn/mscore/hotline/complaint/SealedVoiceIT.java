package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.complaint.SealedCases.Look;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;

/** Voices of the secret lane. */
class SealedVoiceIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final String WHY = "có đơn ký tên gửi kèm";
    private static final Viewer AN = custodian(1, true);
    private static final Viewer BINH = custodian(2, true);
    private static final Viewer CHI = custodian(3, true);

    private CaseHouse house;

    @BeforeEach
    void open() {
        house = CaseHouse.atVietnam("2026-08-17T09:30");
        for (Viewer viewer : List.of(AN, BINH, CHI)) {
            house.sql("insert into account (id, login, name, role, password_hash, created_at, created_by) values ("
                    + viewer.account() + ", '" + viewer.login() + "', 'x', 'CUSTODIAN', 'x', now(6), 0)");
        }
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static Viewer custodian(long account, boolean fresh) {
        return new Viewer(account, "giu" + account, "Giữ khóa " + account, Role.CUSTODIAN, Optional.empty(), fresh);
    }

    private boolean opens(Function<SealedDeeds, Optional<Reason>> deed) {
        return house.tx(SealedDeeds.class, deed).isEmpty();
    }

    @Test
    void aVoiceShouldBeHeardByTheTwoWhileTheCaseIsOpenAndACodeIsFresh() {
        String id = "00000000-0000-4000-8000-000000000001";
        house.tx(
                RegisterComplaint.class,
                r -> r.register(new NewComplaint(
                        ComplaintKind.DENUNCIATION, Optional.of(LAN), "", Optional.empty(), "recording:" + id, false)));
        List<SealedCases.Cover> covers = house.tx(SealedCases.class, cases -> cases.list(AN));
        Pseudonym pseudonym = covers.get(0).pseudonym();
        assertThat(hears(AN, pseudonym, id)).isFalse();
        assertThat(opens(d -> d.askToOpen(AN, pseudonym, WHY))).isTrue();
        assertThat(opens(d -> d.confirmOpening(BINH, pseudonym))).isTrue();
        assertThat(hears(AN, pseudonym, id)).isTrue();
        assertThat(hears(BINH, pseudonym, id)).isTrue();
        assertThat(hears(CHI, pseudonym, id)).isFalse();
        assertThat(hears(custodian(1, false), pseudonym, id)).isFalse();
        assertThat(hears(AN, pseudonym, "00000000-0000-4000-8000-000000000002")).isFalse();
        Optional<SealedCases.Opened> opened = house.tx(SealedCases.class, cases -> cases.look(AN, pseudonym));
        assertThat(opened.orElseThrow().words()).singleElement().satisfies(said -> assertThat(said.recording())
                .contains(id));
        house.house().tx(() -> {
            house.house().get(SpokenWords.class).note(AN, pseudonym);
            return 0;
        });
        List<Look> looks = house.tx(SealedCases.class, cases -> cases.looksOfOthers(BINH));
        assertThat(looks).extracting(Look::what).contains("heard");
        assertThat(house.count("audit_line where deed = 'sealed.heard'")).isEqualTo(1);
    }

    private boolean hears(Viewer viewer, Pseudonym pseudonym, String recording) {
        return house.tx(SpokenWords.class, words -> words.heardBy(viewer, pseudonym, recording));
    }
}
