package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.console.workbench.LowScoreItems;
import vn.mscore.hotline.score.LowScores;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/**
 * The last day the queue names, counted by hand on the wall calendar: Tết 2026 is off from Saturday 14 to Sunday 22 February,
 * 2 January and 31 August are swapped with the Saturdays 10 January and 22 August, 1 and 2 September are off.
 */
class QueueDaysTableIT {
    private static final UnitCode COMMUNE = new UnitCode("KS-UBND");
    private static final Viewer HOA = CaseHouse.viewer("hoa", Role.OPERATOR, Optional.empty());
    private static final Viewer OFFICER = CaseHouse.viewer("ks", Role.OFFICER, Optional.of(COMMUNE));

    /** When it came; how far it is; the last day. */
    private static final List<String> ROWS = List.of(
            "2026-02-13T07:30 NEW    2026-02-13",
            "2026-02-13T13:30 NEW    2026-02-23",
            "2026-02-13T16:00 NEW    2026-02-23",
            "2026-02-15T20:00 NEW    2026-02-23",
            "2025-12-31T16:30 NEW    2026-01-05",
            "2026-01-09T16:00 NEW    2026-01-10",
            "2026-08-28T16:00 NEW    2026-09-03",
            "2026-02-12T09:30 SORTED 2026-02-26",
            "2025-12-30T09:30 SORTED 2026-01-08",
            "2026-01-06T09:30 SORTED 2026-01-12",
            "2026-08-21T09:30 SORTED 2026-08-27",
            "2026-08-26T09:30 SORTED 2026-09-07",
            "2026-02-13T09:30 ROUTED 2026-02-23",
            "2025-12-31T09:30 ROUTED 2026-01-05",
            "2026-01-09T09:30 ROUTED 2026-01-10",
            "2026-08-28T09:30 ROUTED 2026-09-03",
            "2026-02-10T09:30 WORK   2026-02-26",
            "2026-01-05T09:30 WORK   2026-01-13",
            "2026-08-20T09:30 WORK   2026-08-28",
            "2026-08-27T09:30 WORK   2026-09-10");

    private CaseHouse house;

    @Test
    void queueShouldNameTheDayOfTheWallCalendar() {
        house = CaseHouse.atVietnam("2025-12-30T09:30");
        try {
            house.unit(COMMUNE, Optional.empty());
            List<String> named = new ArrayList<>();
            for (String row : ROWS) {
                String[] cell = row.split(" +");
                named.add("%s %-6s %s".formatted(cell[0], cell[1], day(cell[0], cell[1], named.size())));
            }
            assertThat(named).isEqualTo(ROWS);
        } finally {
            house.close();
        }
    }

    @Test
    void aBadMarkWaitsOverTheHolidaysAndWhenItIsLateUntilSomebodyLooks() {
        house = CaseHouse.atVietnam("2026-02-13T17:00");
        try {
            mark(7, "2026-02-13T17:00");
            mark(5, "2026-02-16T07:30");
            mark(3, "2026-02-24T09:00");
            for (String now : List.of("2026-02-24T10:00", "2026-02-25T07:30", "2026-05-29T07:30")) {
                house.clock().set(CaseHouse.vietnam(now));
                assertThat(marks()).as(now).containsExactly("5 2026-02-24", "7 2026-02-24", "3 2026-02-26");
            }
            assertThat(house.<LowScores, Boolean>tx(LowScores.class, scores -> scores.seen(5, "hoa")))
                    .isTrue();
            assertThat(marks()).containsExactly("7 2026-02-24", "3 2026-02-26");
            assertThat(house.<LowScoreItems, Integer>tx(LowScoreItems.class, items -> items.count(10)))
                    .isEqualTo(2);
        } finally {
            house.close();
        }
    }

    private void mark(int id, String at) {
        house.sql(
                "insert into score (id, dossier, phone_index, in_progress, unit, field, points, scale, channel, proof,"
                        + " scored_at, changed_at) values (" + id + ", 'H50.15-260814-00" + id
                        + "', repeat('x', 32), false, 'KS-HCC', 'DATDAI', 2, 10, 'SMS', 'NONE', '" + at
                        + "' - interval 7 hour, now())");
    }

    /** Page by page, one on each. */
    private List<String> marks() {
        List<String> all = new ArrayList<>();
        CaseCursor cursor = CaseCursor.START;
        for (List<QueueItem> page = marks(cursor); !page.isEmpty(); page = marks(cursor)) {
            assertThat(page).hasSize(1);
            cursor = page.get(0).place();
            all.add(Long.parseLong(cursor.key().replaceAll("\\D", "")) + " " + cursor.due());
        }
        return all;
    }

    private List<QueueItem> marks(CaseCursor cursor) {
        return house.tx(LowScoreItems.class, items -> items.after(HOA, cursor, 1));
    }

    private String day(String came, String far, int number) {
        house.clock().set(CaseHouse.vietnam(came));
        PhoneNumber phone = new PhoneNumber("+849123456%02d".formatted(number));
        TicketNumber ticket = house.feedback(phone, "duong o ga thon " + number);
        if (!far.equals("NEW")) {
            go(ticket, far);
        }
        return house.tx(CaseList.class, list -> list.row(HOA, ticket))
                .orElseThrow()
                .due()
                .toString();
    }

    private void go(TicketNumber ticket, String far) {
        SortCases sort = house.house().get(SortCases.class);
        done(sort.take(house.grip(HOA, ticket)));
        done(sort.classify(house.grip(HOA, ticket), ComplaintKind.FEEDBACK, "GTDB"));
        if (!far.equals("SORTED")) {
            done(sort.route(house.grip(HOA, ticket), COMMUNE));
            house.clock().advance(Duration.ofMinutes(10));
            house.run("complaint.release");
        }
        if (far.equals("WORK")) {
            done(house.house().get(WorkCases.class).accept(house.grip(OFFICER, ticket)));
        }
    }

    private static void done(Decision decision) {
        assertThat(decision.isDone()).as(String.valueOf(decision.refusal())).isTrue();
    }
}
