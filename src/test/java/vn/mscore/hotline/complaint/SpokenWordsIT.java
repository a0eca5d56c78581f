package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint.Registered;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** Tickets of words that were spoken and that nobody has typed yet. */
class SpokenWordsIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final String FIRST = "recording:00000000-0000-4000-8000-000000000001";
    private static final String SECOND = "recording:00000000-0000-4000-8000-000000000002";
    private static final UnitCode OFFICE = new UnitCode("KS-UBND");
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
        assertThat(house.tx(Suggestions.class, all -> all.of(late.ticket(), other -> false))
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

    private static final String ID = FIRST.substring("recording:".length());

    private Decision type(Registered ticket, String text) {
        return house.house().get(SpokenWords.class).type(house.grip(HOA, ticket.ticket()), ID, text);
    }

    private CaseView view(Viewer viewer, Registered ticket) {
        Optional<CaseView> seen = house.tx(CaseFile.class, file -> file.of(viewer, ticket.ticket()));
        return seen.orElseThrow();
    }

    private Optional<TicketNumber> heardBy(Viewer viewer) {
        return house.tx(SpokenWords.class, words -> words.heardBy(viewer, ID));
    }

    @Test
    void whatIsTypedShouldFillThePlaceThatWaitsForItUnderTheNameOfItsAuthor() {
        Registered ticket = spoken(Optional.of(LAN), FIRST, Optional.of("DDAI"));
        assertThat(view(HOA, ticket).said()).singleElement().satisfies(said -> {
            assertThat(said.text()).isEmpty();
            assertThat(said.recording()).contains(ID);
            assertThat(said.typedBy()).isEmpty();
        });
        assertThat(type(ticket, "so do nop ba thang").isDone()).isTrue();
        assertThat(view(HOA, ticket).said()).singleElement().satisfies(said -> {
            assertThat(said.text()).isEqualTo("so do nop ba thang");
            assertThat(said.typedBy()).contains("hoa");
            assertThat(said.spoken()).isTrue();
        });
        assertThat(house.count("audit_line where deed = 'case.transcribe'")).isEqualTo(1);
    }

    @Test
    void whatIsTypedAgainShouldStandBelowWhatWasTypedBefore() {
        Registered ticket = spoken(Optional.of(LAN), FIRST, Optional.of("DDAI"));
        type(ticket, "so do nop hai thang");
        type(ticket, "so do nop ba thang");
        assertThat(view(HOA, ticket).said())
                .extracting(CaseView.Said::text)
                .containsExactly("so do nop hai thang", "so do nop ba thang");
    }

    @Test
    void whatIsTypedShouldBeFound() {
        Registered ticket = spoken(Optional.of(LAN), FIRST, Optional.of("DDAI"));
        type(ticket, "cau treo Lang Cat hong");
        List<QueueItem> found = house.tx(CaseSearch.class, search -> search.find(HOA, "lang cat", CaseList.PAGE));
        assertThat(found).extracting(item -> item.ticket().orElseThrow()).containsExactly(ticket.ticket());
    }

    @Test
    void aRecordingOfAnotherCaseShouldNotBeTyped() {
        Registered ticket = spoken(Optional.of(LAN), SECOND, Optional.of("DDAI"));
        assertThat(type(ticket, "so do").refusal().orElseThrow().code()).isEqualTo("case.recording");
    }

    @Test
    void moneySpokenOfShouldPutTheCaseIntoTheSecretLane() {
        Registered ticket = spoken(Optional.of(LAN), FIRST, Optional.of("DDAI"));
        assertThat(heardBy(HOA)).contains(ticket.ticket());
        type(ticket, "can bo doi tien lot tay nam trieu dong");
        assertThat(house.count("complaint where secret = 1")).isEqualTo(1);
        Optional<CaseView> left = house.tx(CaseFile.class, file -> file.of(HOA, ticket.ticket()));
        assertThat(left).isEmpty();
        assertThat(heardBy(HOA)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyTheDeskShouldHearAVoice(Role role) {
        Registered ticket = spoken(Optional.of(LAN), FIRST, Optional.of("DDAI"));
        house.unit(OFFICE, Optional.empty());
        house.sql("update complaint set classified = true, unit = 'KS-UBND', state = 'DA_CHUYEN'");
        Optional<TicketNumber> heard = heardBy(CaseHouse.viewer("x", role, Optional.of(OFFICE)));
        assertThat(heard).isEqualTo(role == Role.OPERATOR ? Optional.of(ticket.ticket()) : Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobodyShouldHearAVoiceOfTheSecretLaneByItsId(Role role) {
        spoken(Optional.of(LAN), FIRST, Optional.of("VVTC"));
        assertThat(heardBy(CaseHouse.viewer("x", role, Optional.of(OFFICE)))).isEmpty();
    }

    @Test
    void anOfficeShouldReadThatSomethingWasSaidAndWhatWasTyped() {
        Registered ticket = spoken(Optional.of(LAN), FIRST, Optional.of("DDAI"));
        house.unit(OFFICE, Optional.empty());
        house.sql("update complaint set classified = true, unit = 'KS-UBND', state = 'DA_CHUYEN'");
        Viewer officer = CaseHouse.viewer("x", Role.OFFICER, Optional.of(OFFICE));
        assertThat(view(officer, ticket).said()).singleElement().satisfies(said -> {
            assertThat(said.spoken()).isTrue();
            assertThat(said.recording()).isEmpty();
            assertThat(said.text()).isEmpty();
        });
        type(ticket, "so do nop ba thang, so toi 0912345678");
        assertThat(view(officer, ticket).said()).singleElement().satisfies(said -> {
            assertThat(said.text()).startsWith("so do nop ba thang").doesNotContain("0912345678");
            assertThat(said.typedBy()).isEmpty();
        });
    }
}
