package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** A case with more words and steps than one screen holds, and what others' numbers look like in it. */
class LongThreadIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final UnitCode COMMUNE = new UnitCode("KS-UBND");
    private static final Viewer MINH = CaseHouse.viewer("minh", Role.OPERATOR, Optional.empty());
    private static final int ALL = CaseView.NEWEST + 5;

    private CaseHouse house;

    @BeforeEach
    void open() {
        house = CaseHouse.atVietnam("2026-08-17T09:30");
        house.unit(COMMUNE, Optional.empty());
    }

    @AfterEach
    void close() {
        house.close();
    }

    private CaseView seen(Viewer viewer, TicketNumber ticket) {
        return house.tx(CaseFile.class, file -> file.of(viewer, ticket)).orElseThrow();
    }

    private Optional<CaseView.Past> past(Viewer viewer, TicketNumber ticket, int page) {
        return house.tx(CaseFile.class, file -> file.earlier(viewer, ticket, page));
    }

    private TicketNumber flooded() {
        TicketNumber ticket = house.feedback(LAN, "loi 1");
        for (int i = 2; i <= ALL; i++) {
            int number = i;
            house.tx(
                    RegisterComplaint.class,
                    register -> register.addText(ticket, LAN, "loi " + number, "sms:" + number + ":modem"));
        }
        return ticket;
    }

    @Test
    void theNewestWordsShouldBeShownAndTheOlderOnesBePagesBack() {
        TicketNumber ticket = flooded();
        CaseView view = seen(MINH, ticket);
        assertThat(view.said()).hasSize(CaseView.NEWEST).first().satisfies(one -> assertThat(one.text())
                .isEqualTo("loi 6"));
        assertThat(view.said()).last().satisfies(one -> assertThat(one.text()).isEqualTo("loi " + ALL));
        assertThat(view.earlier().words()).isEqualTo(5);
        CaseView.Past past = past(MINH, ticket, 1).orElseThrow();
        assertThat(past.said().stream().map(CaseView.Said::text))
                .containsExactly("loi 1", "loi 2", "loi 3", "loi 4", "loi 5");
        assertThat(past.earlier().words()).isZero();
        assertThat(past(MINH, ticket, 2).orElseThrow().said()).isEmpty();
        assertThat(past(MINH, ticket, 0)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whoSeesNoCaseShouldSeeNoneOfItsPast(Role role) {
        TicketNumber ticket = house.feedback(LAN, "duong o ga");
        Viewer viewer = CaseHouse.viewer("ai", role, Optional.of(COMMUNE));
        assertThat(past(viewer, ticket, 1).isPresent()).isEqualTo(role == Role.OPERATOR);
        house.tx(Complaints.class, complaints -> {
            complaints.hide(complaints.find(ticket).orElseThrow(), "test");
            return 0;
        });
        assertThat(past(viewer, ticket, 1)).as("sealed").isEmpty();
    }

    private Set<String> reveal(Viewer viewer, TicketNumber ticket) {
        return house.tx(Timeline.class, timeline -> timeline.revealSpoken(viewer, ticket));
    }

    private long reveals() {
        return house.house().tx(() -> house.house()
                .get(Sql.class)
                .count("select count(*) as n from audit_line where deed = 'phone.spoken-revealed'"));
    }

    @Test
    void numbersInAnOrdinaryCaseShouldBeCoveredAndWholeBehindALoggedReveal() {
        TicketNumber ticket =
                house.feedback(LAN, "Ông Ất ở số 0987.654.321, máy bàn 0233\u200b3852456, ngày 14/8/2026");
        String covered = "Ông Ất ở số 09•• ••• 321, máy bàn 02•• ••• 456, ngày 14/8/2026";
        assertThat(seen(MINH, ticket).said()).singleElement().satisfies(said -> assertThat(said.text())
                .isEqualTo(covered));
        assertThat(house.tx(CaseList.class, list -> list.row(MINH, ticket))
                        .orElseThrow()
                        .title())
                .isEqualTo(covered);
        List<QueueItem> found = house.tx(CaseSearch.class, search -> search.find(MINH, ticket.digits(), CaseList.PAGE));
        assertThat(found).singleElement().satisfies(item -> assertThat(item.title())
                .isEqualTo(covered));
        assertThat(reveals()).isZero();
        assertThat(reveal(MINH, ticket)).containsExactly("0987654321", "02333852456");
        assertThat(reveals()).isEqualTo(1);
    }

    @Test
    void numbersInTheNotesOfTheDeskShouldBeCoveredAndWholeBehindTheSameReveal() {
        TicketNumber ticket = house.feedback(LAN, "duong o ga");
        CaseHouse.done(
                house.get(CaseNotes.class).add(house.grip(MINH, ticket), "0:42 nêu tên; con trai: 0987 654 321"));
        assertThat(seen(MINH, ticket).notes())
                .extracting(CaseNotes.Note::text)
                .containsExactly("0:42 nêu tên; con trai: 09•• ••• 321");
        assertThat(reveals()).isZero();
        assertThat(reveal(MINH, ticket)).containsExactly("0987654321");
        assertThat(reveals()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "OPERATOR")
    void nobodyElseShouldUncoverNumbers(Role role) {
        TicketNumber ticket = house.feedback(LAN, "goi 0987654321");
        house.sql("update complaint set unit = 'KS-UBND', classified = true");
        assertThat(reveal(CaseHouse.viewer("ai", role, Optional.of(COMMUNE)), ticket))
                .isEmpty();
        assertThat(reveals()).isZero();
    }

    @Test
    void aSealedCaseShouldUncoverNothing() {
        TicketNumber ticket = house.feedback(LAN, "goi 0987654321");
        house.tx(Complaints.class, complaints -> {
            complaints.hide(complaints.find(ticket).orElseThrow(), "test");
            return 0;
        });
        assertThat(reveal(MINH, ticket)).isEmpty();
    }

    @Test
    void sealedLinesLeaveNoGapInTheTimeline() {
        TicketNumber first = house.feedback(LAN, "duong o ga");
        house.sql(
                "insert into voice_call (id, call_id, flow, caller_index, caller_sealed, reference, state, began_at, seen_at)"
                        + " with recursive n as (select 1 as i union all select i + 1 from n where i <= "
                        + Timeline.PAGE + ")"
                        + " select i, concat('call', i), 'INBOUND', phone_index, phone_sealed, '', 'ENDED', '2026-08-16 01:00:00',"
                        + " '2026-08-16 01:00:00' from n, complaint");
        house.clock().advance(Duration.ofMinutes(1));
        assertThat(house.register(LAN, ComplaintKind.DENUNCIATION, "viec kia").secret())
                .isTrue();
        Timeline.Page page = house.tx(Timeline.class, timeline -> timeline.page(MINH, first, 0));
        assertThat(page.lines()).hasSize(Timeline.PAGE);
        assertThat(page.more()).as("the oldest call").isTrue();
    }
}
