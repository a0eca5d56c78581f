package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;

/** Which cases of the last thirty days the desk is shown as maybe the same matter. */
class TwinsIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final PhoneNumber MINH = new PhoneNumber("+84987654321");
    private static final DossierCode DOSSIER = new DossierCode("H50.15-260803-0012");
    private static final Viewer HOA = CaseHouse.viewer("hoa", Role.OPERATOR, Optional.empty());

    private CaseHouse house;

    @BeforeEach
    void open() {
        house = CaseHouse.atVietnam("2026-08-03T09:30");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private TicketNumber about(PhoneNumber phone, String words) {
        return house.tx(
                        RegisterComplaint.class,
                        register -> register.register(new NewComplaint(
                                ComplaintKind.FEEDBACK,
                                Optional.of(phone),
                                words,
                                Optional.of(DOSSIER),
                                "sms:1:m",
                                false)))
                .ticket();
    }

    private List<Suggestions.Twin> twins(TicketNumber ticket) {
        return house.tx(Suggestions.class, all -> all.of(ticket, other -> false))
                .orElseThrow()
                .twins();
    }

    @Test
    void aTwinOfThreeWeeksAgoIsFoundBehindHundredsOfOtherCases() {
        TicketNumber before = house.feedback(MINH, "Bãi rác cạnh chợ Khe Sanh bốc mùi hôi thối nồng nặc suốt ngày đêm");
        house.clock().advance(Duration.ofDays(21));
        for (int i = 0; i < 210; i++) {
            house.feedback(MINH, "Rác thải đổ đầy cạnh đường số " + i + " không ai dọn suốt ngày");
        }
        TicketNumber now = house.feedback(LAN, "Bãi rác cạnh chợ Khe Sanh bốc mùi hôi thối nồng nặc, không chịu nổi");
        assertThat(twins(now)).contains(new Suggestions.Twin(before, "twin.text", true));
    }

    @Test
    void twinsShouldBeFoundByDossierNumberAndWordsForThirtyDays() {
        house.feedback(LAN, "duong lien thon hong nang o ga rat to truoc cong truong");
        house.clock().advance(Duration.ofDays(31));
        TicketNumber byText = house.feedback(MINH, "duong lien thon hong nang o ga rat to truoc cong truong hoc");
        TicketNumber byDossier = about(MINH, "cai cau bi hu");
        TicketNumber byNumber = house.feedback(LAN, "mat dien");
        TicketNumber ticket = about(LAN, "duong lien thon hong nang o ga rat to truoc cong truong nha");
        assertThat(twins(ticket))
                .containsExactlyInAnyOrder(
                        new Suggestions.Twin(byDossier, "twin.dossier", true),
                        new Suggestions.Twin(byNumber, "twin.number", true),
                        new Suggestions.Twin(byText, "twin.text", true));
    }

    @Test
    void mergedTwinShouldNotBeOfferedAndAnEndedOneOnlyToLookAt() {
        TicketNumber kept = about(MINH, "cai cau bi hu");
        TicketNumber merged = house.feedback(LAN, "mat dien");
        TicketNumber ended = house.feedback(LAN, "duong hu");
        TicketNumber ticket = about(LAN, "cau hu nang");
        CaseBonds bonds = house.house().get(CaseBonds.class);
        assertThat(bonds.merge(house.grip(HOA, merged), kept).isDone()).isTrue();
        assertThat(house.house()
                        .get(EndCases.class)
                        .withdraw(house.grip(HOA, ended), "ba Lan goi lai")
                        .isDone())
                .isTrue();
        house.clock().advance(Duration.ofSeconds(10));
        house.run("complaint.release");
        assertThat(twins(ticket))
                .containsExactlyInAnyOrder(
                        new Suggestions.Twin(kept, "twin.dossier", true),
                        new Suggestions.Twin(ended, "twin.number", false));
        assertThat(bonds.merge(house.grip(HOA, ticket), merged).refusal().map(Reason::code))
                .contains("case.other-merged");
        assertThat(bonds.merge(house.grip(HOA, ticket), ended).refusal().map(Reason::code))
                .contains("case.other-ended");
    }
}
