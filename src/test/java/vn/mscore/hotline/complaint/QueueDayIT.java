package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseFilter.Group;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** The queue and the card of the clocks name one and the same day. */
class QueueDayIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final UnitCode COMMUNE = new UnitCode("KS-UBND");
    private static final Viewer HOA = CaseHouse.viewer("hoa", Role.OPERATOR, Optional.empty());
    private static final Viewer OFFICER = CaseHouse.viewer("ks", Role.OFFICER, Optional.of(COMMUNE));

    private CaseHouse house;
    private TicketNumber ticket;

    @BeforeEach
    void open() {
        house = CaseHouse.atVietnam("2026-08-03T09:30");
        house.unit(COMMUNE, Optional.empty());
        ticket = house.feedback(LAN, "duong o ga");
        assertThat(sort().take(house.grip(HOA, ticket)).isDone()).isTrue();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private SortCases sort() {
        return house.house().get(SortCases.class);
    }

    private LocalDate queue() {
        return house.tx(CaseList.class, list -> list.row(HOA, ticket))
                .orElseThrow()
                .due();
    }

    private LocalDate card() {
        return house.tx(CaseTime.class, time -> time.clocks(ticket)).get(0).dueDay();
    }

    private boolean isLate() {
        return !house.tx(CaseList.class, list -> list.page(HOA, CaseFilter.of(Group.OVERDUE), CaseCursor.START))
                .items()
                .isEmpty();
    }

    private void soon(String local, boolean soon) {
        house.clock().set(CaseHouse.vietnam(local));
        assertThat(house.tx(CaseList.class, list -> list.page(HOA, CaseFilter.of(Group.DUE_SOON), CaseCursor.START))
                        .items())
                .as(local)
                .hasSize(soon ? 1 : 0);
        assertThat(house.tx(CaseList.class, list -> list.counts(HOA, CaseFilter.of(Group.OPEN)))
                        .get(Group.DUE_SOON))
                .as(local)
                .isEqualTo(soon ? 1 : 0);
    }

    @Test
    void dueSoonIsWhatIsDueTodayOrHasUsedSeventyPerCent() {
        soon("2026-08-03T09:30", true);
        assertThat(sort().classify(house.grip(HOA, ticket), ComplaintKind.FEEDBACK, "GTDB")
                        .isDone())
                .isTrue();
        assertThat(sort().route(house.grip(HOA, ticket), COMMUNE).isDone()).isTrue();
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
        soon("2026-08-03T16:00", false);
        soon("2026-08-04T07:30", true);
        assertThat(house.get(WorkCases.class)
                        .accept(house.grip(OFFICER, ticket))
                        .isDone())
                .isTrue();
        soon("2026-08-10T10:00", false);
        soon("2026-08-10T17:00", true);
        soon("2026-08-12T17:00", true);
        soon("2026-08-13T07:30", false);
    }

    @Test
    void aClockOfHours() {
        assertThat(queue()).isEqualTo(card());
    }

    @Test
    void aClockOfDaysEndsWithItsLastDayAndIsLateOnTheNext() {
        assertThat(sort().classify(house.grip(HOA, ticket), ComplaintKind.FEEDBACK, "GTDB")
                        .isDone())
                .isTrue();
        assertThat(queue()).as("until it is with an office").isEqualTo(card());
        assertThat(sort().route(house.grip(HOA, ticket), COMMUNE).isDone()).isTrue();
        house.clock().advance(Duration.ofMinutes(10));
        house.run("complaint.release");
        assertThat(queue()).as("until the office begins").isEqualTo(card());
        assertThat(house.house()
                        .get(WorkCases.class)
                        .accept(house.grip(OFFICER, ticket))
                        .isDone())
                .isTrue();
        LocalDate last = card();
        assertThat(queue()).as("until it is answered").isEqualTo(last);
        house.clock().set(CaseHouse.vietnam(last + "T23:00"));
        assertThat(isLate()).as("on its last day").isFalse();
        house.clock().set(CaseHouse.vietnam(last.plusDays(1) + "T01:00"));
        assertThat(isLate()).as("on the next").isTrue();
    }
}
