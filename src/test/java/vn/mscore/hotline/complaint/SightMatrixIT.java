package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseFilter.Group;
import vn.mscore.hotline.platform.FeedCursor;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * Who can learn of which case (security R2, L1-L5, row 122): every role in every office, every kind in every state, with
 * every way of reading and of being told; and all of it once without and once with as many sealed cases, which must change nothing.
 */
class SightMatrixIT {
    private EveryCase every;
    private CaseHouse house;

    @BeforeEach
    void openHouse() {
        every = EveryCase.house();
        house = every.cases();
    }

    @AfterEach
    void closeHouse() {
        every.close();
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
        read.put("new words", newWords());
        read.put("feed", house.feed().toString());
        return read;
    }

    /** What stands before the desk, whoever looks. */
    private String newWords() {
        return house.tx(UnreadWords.class, words -> words.count(1000) + " " + words.after(LocalDate.EPOCH, "", 1000));
    }

    private String counts(Viewer viewer) {
        Map<Group, Integer> counts = house.tx(CaseList.class, c -> c.counts(viewer, CaseFilter.of(Group.ALL)));
        return counts.toString();
    }

    private List<QueueItem> found(Viewer viewer, String typed) {
        return house.tx(CaseSearch.class, c -> c.find(viewer, typed, CaseList.PAGE));
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
        every.fillOpen();
        unread();
        Map<Viewer, Map<String, String>> without = new LinkedHashMap<>();
        EveryCase.viewers().forEach(viewer -> without.put(viewer, everything(viewer)));
        Map<TicketNumber, PhoneNumber> sealed = every.fillSealed();
        unread();
        int checked = 0;
        for (Viewer viewer : EveryCase.viewers()) {
            assertThat(everything(viewer)).as(viewer.login()).isEqualTo(without.get(viewer));
            for (Map.Entry<TicketNumber, PhoneNumber> one : sealed.entrySet()) {
                assertUnknown(viewer, one.getKey());
                if (EveryCase.isFirstOfItsRole(viewer)) {
                    assertThat(popped(viewer, one.getValue()))
                            .as(viewer.login())
                            .isEmpty();
                    assertThat(owned(viewer, one.getValue())).as(viewer.login()).isEmpty();
                }
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(6_000);
    }

    /** All have words that nobody has read. */
    private void unread() {
        house.sql("update complaint set unread_due = '2026-08-18'");
    }

    /** What an operator has in front of him when that number calls. */
    private List<TimelineLine> popped(Viewer viewer, PhoneNumber phone) {
        return house.tx(Timeline.class, line -> line.ofNumber(viewer, phone).lines());
    }

    /** What is handed over when that number asks for its own data. */
    private List<TimelineLine> owned(Viewer viewer, PhoneNumber phone) {
        return house.tx(SubjectAccess.class, own -> own.of(viewer, phone).lines());
    }

    private void assertUnknown(Viewer viewer, TicketNumber ticket) {
        house.house().tx(() -> {
            assertThat(house.house().get(CaseFile.class).of(viewer, ticket)).isEmpty();
            assertThat(house.house().get(CaseFile.class).reveal(viewer, ticket)).isEmpty();
            assertThat(house.house().get(CaseList.class).row(viewer, ticket)).isEmpty();
            assertThat(house.house().get(Timeline.class).of(viewer, ticket)).isEmpty();
            assertThat(house.house().get(CaseSearch.class).find(viewer, ticket.digits(), CaseList.PAGE))
                    .isEmpty();
            return null;
        });
    }

    @Test
    void officersShouldSeeClassifiedCasesOfTheirOfficeAndNoOthers() {
        Map<TicketNumber, PhoneNumber> open = every.fillOpen();
        for (Viewer viewer : EveryCase.viewers()) {
            assertPoppedForOperatorsOnly(
                    viewer, open.values().stream().limit(10).toList());
            List<TicketNumber> told = house.tx(ToldUpward.class, t -> t.of(viewer)).stream()
                    .map(ToldUpward.Told::ticket)
                    .toList();
            for (Map.Entry<TicketNumber, PhoneNumber> one : open.entrySet()) {
                boolean may = every.may(viewer, one.getKey());
                assertThat(sees(viewer, one.getKey()))
                        .as("%s %s", viewer.login(), one.getKey())
                        .isEqualTo(may);
                assertThat(may || !told.contains(one.getKey()))
                        .as("%s is told of %s", viewer.login(), one.getKey())
                        .isTrue();
            }
        }
    }

    private void assertPoppedForOperatorsOnly(Viewer viewer, Collection<PhoneNumber> phones) {
        for (PhoneNumber phone : phones) {
            assertThat(popped(viewer, phone).isEmpty())
                    .as("%s and a caller", viewer.login())
                    .isEqualTo(!viewer.is(Role.OPERATOR));
            assertThat(owned(viewer, phone).isEmpty())
                    .as("%s and who asks for his data", viewer.login())
                    .isEqualTo(!viewer.is(Role.OPERATOR));
        }
    }

    private boolean sees(Viewer viewer, TicketNumber ticket) {
        Optional<CaseView> seen = house.tx(CaseFile.class, c -> c.of(viewer, ticket));
        return seen.isPresent();
    }

    @Test
    void feedShouldLeaveNoGapWhereASealedCaseStands() {
        every.fillOpen();
        Set<TicketNumber> sealed = every.fillSealed().keySet();
        List<TicketNumber> fed = new ArrayList<>();
        FeedCursor cursor = FeedCursor.START;
        ComplaintFeed.Page page = page(cursor);
        while (!page.items().isEmpty()) {
            page.items().forEach(item -> fed.add(item.ticket()));
            assertThat(page.items().size()).as("no page is cut short").isLessThanOrEqualTo(10);
            page = page(page.next());
        }
        assertThat(fed).doesNotContainAnyElementsOf(sealed).hasSize(every.classified());
    }

    private ComplaintFeed.Page page(FeedCursor cursor) {
        return house.tx(ComplaintFeed.class, feed -> feed.after(cursor, 10));
    }
}
