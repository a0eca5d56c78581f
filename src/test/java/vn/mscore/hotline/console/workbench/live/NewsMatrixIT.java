package vn.mscore.hotline.console.workbench.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Sessions;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.access.login.Secrets;
import vn.mscore.hotline.complaint.ComplaintMoved;
import vn.mscore.hotline.complaint.EveryCase;
import vn.mscore.hotline.console.workbench.live.ScreenEvents.Event;
import vn.mscore.hotline.console.workbench.live.Streams.Stream;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.score.ScoreRecorded;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.switchboard.CallbackBooked;
import vn.mscore.hotline.switchboard.CallbackSettled;
import vn.mscore.hotline.switchboard.LineMoved;

/**
 * Who is told of which case without asking (security R2, L6): every role in every office hears on its open screen of what it
 * may see and of nothing else; of a sealed case nobody hears, and no text leaves about it whatever becomes of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewsMatrixIT {
    private static final String OPAQUE = "[\\w-]{68}";
    private static final Viewer MINH = new Viewer(41, "minh", "Minh", Role.OPERATOR, Optional.empty(), false);
    private static final String TOKEN = "a-token-of-minh";

    private EveryCase every;
    private House house;
    private Map<TicketNumber, PhoneNumber> open;
    private Map<TicketNumber, PhoneNumber> sealed;

    @BeforeAll
    void open() {
        every = EveryCase.house();
        house = every.rooms();
        open = every.fillOpen();
        sealed = every.fillSealed();
    }

    @AfterAll
    void close() {
        every.close();
    }

    private void sql(String update, Object... with) {
        house.tx(() -> house.get(Sql.class).update(update, with));
    }

    private void news(TicketNumber ticket) {
        sql("insert into console_event (at, kind, ticket) values (utc_timestamp(), 'CASE', ?)", ticket.digits());
    }

    private int texts() {
        return house.ask(Sql.class, sql -> sql.count("select count(*) as n from sms_outbox"));
    }

    @Test
    void nothingIsKeptForTheScreensOfACaseThatWasSealed() {
        assertThat(house.schema().column("select distinct ticket from console_event where ticket is not null"))
                .containsExactlyInAnyOrderElementsOf(
                        open.keySet().stream().map(TicketNumber::digits).toList());
    }

    @Test
    void eachScreenIsToldOfWhatItsViewerMaySeeAndOfNothingElse() {
        List<Event> events = new ArrayList<>();
        open.keySet().forEach(ticket -> events.add(new Event(events.size(), false, Optional.of(ticket))));
        // As a node finds them that reads between the registration and the seal.
        sealed.keySet().forEach(ticket -> events.add(new Event(events.size(), false, Optional.of(ticket))));
        events.add(new Event(events.size(), true, Optional.empty()));
        events.add(new Event(events.size(), false, Optional.empty()));
        int heard = 0;
        for (Viewer viewer : EveryCase.viewers()) {
            List<String> told = told(viewer, events);
            List<String> expected = open.keySet().stream()
                    .filter(ticket -> every.may(viewer, ticket))
                    .map(ticket -> "case " + ticket.digits())
                    .toList();
            assertThat(told.stream().filter(news -> news.startsWith("case")))
                    .as(viewer.login())
                    .containsExactlyInAnyOrderElementsOf(expected);
            List<String> desk =
                    told.stream().filter(news -> !news.startsWith("case")).toList();
            assertThat(desk)
                    .as(viewer.login())
                    .isEqualTo(viewer.is(Role.OPERATOR) ? List.of("line line", "refresh refresh") : List.of());
            heard += expected.size();
        }
        assertThat(heard).isGreaterThan(500);
    }

    static List<Arguments> newsOfTheDesk() {
        DossierCode dossier = new DossierCode("H50.15-260814-0012");
        UnitCode unit = new UnitCode("KS-KT");
        return List.of(
                arguments("a call is taken", new LineMoved(Optional.of("quay-1"), true), List.of("LINE")),
                arguments("a good mark", new ScoreRecorded(dossier, unit, 9, false, false, false), List.of()),
                arguments("a bad mark", new ScoreRecorded(dossier, unit, 1, false, false, true), List.of("REFRESH")),
                arguments("one wants to be called back", new CallbackBooked("QUEUE"), List.of("REFRESH")),
                arguments("one was", new CallbackSettled(), List.of("REFRESH")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("newsOfTheDesk")
    void listsAreToldOnlyOfWhatStandsInThem(String name, Object fact, List<String> expected) {
        long before = house.ask(ScreenEvents.class, ScreenEvents::newest);
        house.tx(() -> {
            house.tell(fact);
            return null;
        });
        assertThat(house.schema().column("select kind from console_event where id > " + before))
                .as(name)
                .isEqualTo(expected);
    }

    private List<String> told(Viewer viewer, List<Event> events) {
        HeardStream screen = new HeardStream();
        house.get(LiveFeed.class)
                .tell(new Stream(viewer, TOKEN, screen, screen, house.get(Positions.class)), events, new HashMap<>());
        return screen.heard();
    }

    @Test
    void placesAreGivenSealedAndOpenToNobodyElse() {
        Positions positions = house.get(Positions.class);
        List<String> given = LongStream.of(0, 7, 7, 8, Long.MAX_VALUE)
                .mapToObj(positions::sealed)
                .toList();
        assertThat(given).doesNotHaveDuplicates().allMatch(one -> one.matches(OPAQUE));
        assertThat(given.stream().map(positions::opened).map(OptionalLong::getAsLong))
                .containsExactly(0L, 7L, 7L, 8L, Long.MAX_VALUE);
        assertThat(positions.opened("0")).as("the beginning").hasValue(0);
        char other = given.get(1).charAt(40) == 'A' ? 'B' : 'A';
        String changed = given.get(1).substring(0, 40) + other + given.get(1).substring(41);
        for (String sent : List.of("7", "", "-1", changed, given.get(1) + "A", "A".repeat(68), "..")) {
            assertThat(positions.opened(sent)).as(sent).isEmpty();
        }
        assertThat(house.ask(ScreenEvents.class, ScreenEvents::position)).matches(OPAQUE);
    }

    @Test
    void whoIsSignedOutIsToldOfNothingThatHappensLater() {
        List<TicketNumber> tickets = List.copyOf(open.keySet());
        HeardStream screen = new HeardStream();
        signedIn();
        house.get(Streams.class).add(new Stream(MINH, TOKEN, screen, screen, house.get(Positions.class)));
        house.get(LiveFeed.class).look();
        news(tickets.get(0));
        house.get(LiveFeed.class).look();
        assertThat(screen.heard()).containsExactly("case " + tickets.get(0).digits());
        house.get(Sessions.class).endAll(MINH.account());
        news(tickets.get(1));
        house.get(LiveFeed.class).look();
        assertThat(screen.heard()).as("after the end of the session").hasSize(1);
        assertThat(screen.isClosed()).isTrue();
    }

    @Test
    @Timeout(60)
    void whoeverBeginsToListenWakesTheFeed() throws InterruptedException {
        Streams streams = house.get(Streams.class);
        streams.awaitSomebody(Duration.ofMillis(1));
        HeardStream screen = new HeardStream();
        Thread feed = Thread.currentThread();
        Thread comes = new Thread(() -> {
            while (feed.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            streams.add(new Stream(MINH, TOKEN, screen, screen, house.get(Positions.class)));
        });
        comes.start();
        streams.awaitSomebody(Duration.ofMinutes(10));
        assertThat(streams.all()).hasSize(1);
        streams.all().forEach(streams::remove);
    }

    private void signedIn() {
        sql(
                "insert into account (id, login, name, role, created_at, created_by) values (?, ?, ?, ?, ?, 0)",
                MINH.account(),
                MINH.login(),
                MINH.name(),
                MINH.role(),
                now());
        sql(
                "insert into account_session (id, token_hash, account, stage, address, agent, opened_at, seen_at)"
                        + " values (1, ?, ?, 'OPEN', '127.0.0.1', '', ?, ?)",
                Secrets.hash(TOKEN),
                MINH.account(),
                now(),
                now());
    }

    private Instant now() {
        return house.get(Clock.class).instant();
    }

    @Test
    void noTextLeavesAboutASealedCaseWhateverBecomesOfIt() {
        TicketNumber ticket = sealed.keySet().iterator().next();
        int receipts = texts();
        for (ComplaintMoved.Move move : ComplaintMoved.Move.values()) {
            moved(ticket, new PhoneNumber("+84981234567"), move, true);
            assertThat(texts()).as(move.name()).isEqualTo(receipts);
            moved(ticket, new PhoneNumber("+8498123450" + move.ordinal()), move, false);
            assertThat(texts()).as(move + " of an open case").isGreaterThan(receipts);
            receipts = texts();
        }
    }

    private void moved(TicketNumber ticket, PhoneNumber phone, ComplaintMoved.Move move, boolean secret) {
        LocalDate day = now().atZone(ZoneOffset.ofHours(7)).toLocalDate();
        house.tx(() -> {
            house.tell(new ComplaintMoved(
                    ticket,
                    move,
                    Optional.of(phone),
                    Optional.empty(),
                    day,
                    day.plusDays(5),
                    secret,
                    Optional.of(new ComplaintMoved.Words("da xong"))));
            return null;
        });
    }
}
