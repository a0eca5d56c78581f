package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseFilter.Group;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.platform.FeedCursor;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/**
 * Who can learn of which case (security R2, L1-L5, row 122): every role in every office, every kind in every state, with
 * every way of reading; and all of it once without and once with as many sealed cases, which must change nothing.
 */
class SightMatrixIT {
    private static final List<UnitCode> OFFICES =
            Stream.of("H50", "KS-UBND", "KS-PKT", "LB-UBND").map(UnitCode::new).toList();
    private static final List<ComplaintKind> KINDS = List.of(
            ComplaintKind.FEEDBACK, ComplaintKind.SUGGESTION, ComplaintKind.COMPLAINT, ComplaintKind.UNCLASSIFIED);

    private final List<TicketNumber> open = new ArrayList<>();
    private final List<TicketNumber> sealed = new ArrayList<>();
    private CaseHouse house;
    private int numbers;

    @BeforeEach
    void openHouse() {
        house = CaseHouse.atVietnam("2026-08-17T09:30");
        house.unit(new UnitCode("H50"), Optional.empty());
        house.unit(new UnitCode("KS-UBND"), Optional.of(new UnitCode("H50")));
        house.unit(new UnitCode("KS-PKT"), Optional.of(new UnitCode("KS-UBND")));
        house.unit(new UnitCode("LB-UBND"), Optional.of(new UnitCode("H50")));
    }

    @AfterEach
    void closeHouse() {
        house.close();
    }

    private static List<Viewer> viewers() {
        List<Viewer> all = new ArrayList<>();
        for (Role role : Role.values()) {
            for (UnitCode office : OFFICES) {
                all.add(new Viewer(
                        role.ordinal() * 10L + all.size(), role + "@" + office, "x", role, Optional.of(office), true));
            }
        }
        return all;
    }

    /** One case of every kind in every state at every office, as it would be after it was routed there. */
    private void fill(boolean secret, List<TicketNumber> into) {
        for (ComplaintKind kind : KINDS) {
            for (State state : State.values()) {
                for (UnitCode office : OFFICES) {
                    into.add(place(secret, kind, state, office));
                }
            }
        }
    }

    private TicketNumber place(boolean secret, ComplaintKind kind, State state, UnitCode office) {
        PhoneNumber phone = new PhoneNumber((secret ? "+8498" : "+8491") + String.format("%07d", ++numbers));
        TicketNumber ticket = house.register(
                        phone, kind, "viec cua chim hoang yen " + phone.e164().substring(6))
                .ticket();
        house.house().tx(() -> house.house()
                .get(Sql.class)
                .update(
                        "update complaint set state = ?, unit = ?, unit_name = ?, unit_ascii = ?, classified = ?"
                                + " where ticket = ?",
                        state,
                        office.value(),
                        "UBND " + office,
                        "UBND " + office,
                        kind != ComplaintKind.UNCLASSIFIED,
                        ticket.digits()));
        told(ticket, office);
        if (secret) {
            house.house().tx(() -> {
                Complaints complaints = house.house().get(Complaints.class);
                complaints.hide(complaints.find(ticket).orElseThrow(), "gateway");
                return null;
            });
        }
        return ticket;
    }

    /** Everybody the ladder knows was told of it. */
    private void told(TicketNumber ticket, UnitCode office) {
        house.house().tx(() -> {
            for (String rung : List.of("UNIT_HEAD", "COUNCIL")) {
                house.house()
                        .get(Sql.class)
                        .update(
                                "insert into complaint_escalation (id, complaint_id, step, level, rung, unit, at)"
                                        + " select ?, id, 'ANSWER', level, ?, ?, utc_timestamp() from complaint where ticket = ?",
                                house.house().get(Ids.class).next(),
                                rung,
                                rung.equals("COUNCIL") ? null : office.value(),
                                ticket.digits());
            }
            return null;
        });
    }

    /** Everything a viewer can read without naming a sealed ticket. */
    private Map<String, String> everything(Viewer viewer) {
        Map<String, String> read = new LinkedHashMap<>();
        for (Group group : Group.values()) {
            read.put(
                    group + " page",
                    house.tx(CaseList.class, c -> pages(c, viewer, group)).toString());
        }
        read.put("counts", counts(viewer));
        for (String typed : List.of("chim hoang yen", "chim", "0980000001", "H50.15-260814-0012")) {
            read.put("search " + typed, found(viewer, typed).toString());
        }
        List<ToldUpward.Told> told = house.tx(ToldUpward.class, t -> t.of(viewer));
        assertThat(told.isEmpty()).as(viewer.login()).isEqualTo(!viewer.is(Role.OPERATOR, Role.LEADER, Role.DELEGATE));
        read.put("told", told.toString());
        read.put("feed", house.feed().toString());
        return read;
    }

    private String counts(Viewer viewer) {
        Map<Group, Integer> counts = house.tx(CaseList.class, c -> c.counts(viewer, CaseFilter.of(Group.ALL)));
        return counts.toString();
    }

    private List<QueueItem> found(Viewer viewer, String typed) {
        return house.tx(CaseSearch.class, c -> c.find(viewer, typed));
    }

    private static List<QueueItem> pages(CaseList list, Viewer viewer, Group group) {
        List<QueueItem> all = new ArrayList<>();
        Optional<CaseCursor> cursor = Optional.of(CaseCursor.START);
        while (cursor.isPresent()) {
            CaseList.Page page = list.page(viewer, CaseFilter.of(group), cursor.get());
            all.addAll(page.items());
            cursor = page.next();
        }
        return all;
    }

    @Test
    void sealedCasesShouldChangeNothingForAnybodyAndBeUnknownToEverybody() {
        fill(false, open);
        Map<Viewer, Map<String, String>> without = new LinkedHashMap<>();
        viewers().forEach(viewer -> without.put(viewer, everything(viewer)));
        fill(true, sealed);
        int checked = 0;
        for (Viewer viewer : viewers()) {
            assertThat(everything(viewer)).as(viewer.login()).isEqualTo(without.get(viewer));
            for (TicketNumber ticket : sealed) {
                assertUnknown(viewer, ticket);
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(4_000);
    }

    private void assertUnknown(Viewer viewer, TicketNumber ticket) {
        house.house().tx(() -> {
            assertThat(house.house().get(CaseFile.class).of(viewer, ticket)).isEmpty();
            assertThat(house.house().get(CaseFile.class).reveal(viewer, ticket)).isEmpty();
            assertThat(house.house().get(CaseList.class).row(viewer, ticket)).isEmpty();
            assertThat(house.house().get(Timeline.class).of(viewer, ticket)).isEmpty();
            assertThat(house.house().get(CaseSearch.class).find(viewer, ticket.digits()))
                    .isEmpty();
            return null;
        });
    }

    @Test
    void officersShouldSeeClassifiedCasesOfTheirOfficeAndNoOthers() {
        fill(false, open);
        for (Viewer viewer : viewers()) {
            for (TicketNumber ticket : open) {
                assertThat(sees(viewer, ticket))
                        .as("%s %s", viewer.login(), ticket)
                        .isEqualTo(may(viewer, ticket));
            }
        }
    }

    private boolean sees(Viewer viewer, TicketNumber ticket) {
        Optional<CaseView> seen = house.tx(CaseFile.class, c -> c.of(viewer, ticket));
        return seen.isPresent();
    }

    /** The rule in the words of the brief, not of the filter. */
    private boolean may(Viewer viewer, TicketNumber ticket) {
        int place = open.indexOf(ticket);
        UnitCode office = OFFICES.get(place % OFFICES.size());
        boolean classified = KINDS.get(place / (OFFICES.size() * State.values().length)) != ComplaintKind.UNCLASSIFIED;
        UnitCode own = viewer.unit().orElseThrow();
        return switch (viewer.role()) {
            case OPERATOR -> true;
            case OFFICER -> classified && own.equals(office);
            case LEADER, DELEGATE -> classified && below(own, office);
            case CUSTODIAN, AUDITOR, ADMINISTRATOR -> false;
        };
    }

    private static boolean below(UnitCode own, UnitCode office) {
        return own.equals(office)
                || own.value().equals("H50")
                || own.value().equals("KS-UBND") && office.value().equals("KS-PKT");
    }

    @Test
    void feedShouldLeaveNoGapWhereASealedCaseStands() {
        fill(false, open);
        fill(true, sealed);
        List<TicketNumber> fed = new ArrayList<>();
        FeedCursor cursor = FeedCursor.START;
        ComplaintFeed.Page page = page(cursor);
        while (!page.items().isEmpty()) {
            page.items().forEach(item -> fed.add(item.ticket()));
            assertThat(page.items().size()).as("no page is cut short").isLessThanOrEqualTo(10);
            page = page(page.next());
        }
        assertThat(fed).doesNotContainAnyElementsOf(sealed).hasSize(open.size() - open.size() / KINDS.size());
    }

    private ComplaintFeed.Page page(FeedCursor cursor) {
        return house.tx(ComplaintFeed.class, feed -> feed.after(cursor, 10));
    }
}
