package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint.Registered;
import vn.mscore.hotline.shared.PhoneNumber;

/** Tickets of words that were spoken and that nobody has typed yet. */
class SpokenWordsIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final String FIRST = "recording:00000000-0000-4000-8000-000000000001";
    private static final String SECOND = "recording:00000000-0000-4000-8000-000000000002";
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

    private Registered spoken(Optional<PhoneNumber> phone, String source, Optional<String> field) {
        return house.tx(
                RegisterComplaint.class,
                register -> register.register(
                        new NewComplaint(ComplaintKind.FEEDBACK, phone, "", Optional.empty(), source, false, field)));
    }

    @Test
    void twoRecordingsOfOneNumberShouldBeTwoTickets() {
        Registered first = spoken(Optional.of(LAN), FIRST, Optional.of("DDAI"));
        Registered second = spoken(Optional.of(LAN), SECOND, Optional.of("DDAI"));
        assertThat(second.ticket()).isNotEqualTo(first.ticket());
        assertThat(second.duplicate()).isFalse();
    }

    @Test
    void sameRecordingShouldBeOneTicket() {
        Registered first = spoken(Optional.of(LAN), FIRST, Optional.of("DDAI"));
        assertThat(spoken(Optional.of(LAN), FIRST, Optional.of("DDAI")).ticket())
                .isEqualTo(first.ticket());
    }

    @Test
    void fieldChosenByKeyShouldSetThePromiseAndTheSuggestion() {
        Registered late = spoken(Optional.of(LAN), FIRST, Optional.of("HSQH"));
        assertThat(late.due()).isEqualTo(house.workingDays(3));
        assertThat(house.tx(Suggestions.class, all -> all.of(late.ticket()))
                        .orElseThrow()
                        .category())
                .isEqualTo("HSQH");
    }

    @Test
    void secretFieldChosenByKeyShouldGoToTheSecretLane() {
        assertThat(spoken(Optional.of(LAN), FIRST, Optional.of("VVTC")).secret())
                .isTrue();
    }

    @Test
    void unknownFieldShouldBeNoField() {
        Registered some = spoken(Optional.of(LAN), FIRST, Optional.of("NO-SUCH"));
        assertThat(some.due()).isEqualTo(house.workingDays(10));
    }

    @Test
    void hiddenCallersTicketShouldWaitInTheQueueOfCalls() {
        Registered hidden = spoken(Optional.empty(), FIRST, Optional.of("HTCT"));
        CaseFilter calls = new CaseFilter(
                CaseFilter.Group.OPEN, Optional.empty(), Optional.empty(), Optional.of(CaseFilter.Channel.CALL), "");
        CaseList.Page page = house.tx(CaseList.class, list -> list.page(HOA, calls, CaseCursor.START));
        assertThat(page.items()).singleElement().satisfies(item -> {
            assertThat(item.ticket()).contains(hidden.ticket());
            assertThat(item.row().orElseThrow().channel()).isEqualTo(CaseFilter.Channel.CALL);
        });
    }
}
