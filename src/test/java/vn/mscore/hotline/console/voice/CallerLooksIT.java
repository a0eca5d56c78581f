package vn.mscore.hotline.console.voice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Impartial;
import vn.mscore.hotline.complaint.Timeline;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.AssetNames;
import vn.mscore.hotline.console.Menu;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.Words;
import vn.mscore.hotline.console.desk.CallersNumber;
import vn.mscore.hotline.console.desk.EntryPage;
import vn.mscore.hotline.console.workbench.DeskPage;
import vn.mscore.hotline.console.workbench.Readings;
import vn.mscore.hotline.console.workbench.live.ForgetEvents;
import vn.mscore.hotline.console.workbench.live.ScreenEvents;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.score.LowScores;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.switchboard.CallbackBook;
import vn.mscore.hotline.switchboard.CallbackCalls;
import vn.mscore.hotline.switchboard.CallbackRequests;
import vn.mscore.hotline.switchboard.Switchboard;
import vn.mscore.hotline.switchboard.Switchboard.Visit;
import vn.mscore.hotline.switchboard.WaitingLine;
import vn.mscore.hotline.voice.CallBook;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.QueueChanged;
import vn.mscore.hotline.voice.QueueChanged.Step;

/** Whoever looks at a caller or uncovers a number has a line in the trail; what screens need for an hour or a day is forgotten. */
class CallerLooksIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final PhoneNumber MINH = new PhoneNumber("+84987654321");
    private static final MovingClock CLOCK = MovingClock.atVietnam("2026-08-07T09:30");
    private static House house;

    @BeforeAll
    static void open() {
        house = House.open(CLOCK, Map.of("hotline.voice.asterisk", "external", "hotline.voice.devices", "quay-1"));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    private static final Viewer HA = new Viewer(5, "ha", "Hà", Role.OPERATOR, Optional.empty(), true);

    /** Pages without a server to answer. */
    private static final class Screen extends Pages {
        private String shown = "";

        Screen() {
            super(bean(Words.class), bean(AssetNames.class), CDI.current().select(Menu.class));
        }

        @Override
        public Response page(int status, String template, Map<String, Object> model, Asked asked) {
            shown = render(template, model, asked);
            return null;
        }
    }

    private static <T> T bean(Class<T> face) {
        return house.get(face);
    }

    private static List<String> looks() {
        return house.schema()
                .column("select concat_ws('|', login, deed, subject) from audit_line where deed in ('caller.seen',"
                        + " 'phone.revealed') order by seq");
    }

    private static void joined(String call) {
        house.tx(() -> {
            house.get(Switchboard.class).welcome(new Visit(call, Optional.of(LAN), "complaint"));
            return null;
        });
        house.tx(() -> {
            house.tell(new QueueChanged(call, Step.JOINED, Optional.empty(), CLOCK.instant()));
            return null;
        });
    }

    private static CallerPage caller(Screen screen) {
        return new CallerPage(
                bean(WaitingLine.class),
                bean(Timeline.class),
                bean(AuditTrail.class),
                bean(Readings.class),
                screen,
                Asked.by(HA, Language.VI),
                bean(InTransaction.class));
    }

    private static DeskPage desk(Screen screen) {
        return new DeskPage(
                bean(CallbackBook.class),
                bean(CallbackCalls.class),
                bean(Complaints.class),
                bean(Impartial.class),
                bean(LowScores.class),
                bean(AuditTrail.class),
                bean(ScreenEvents.class),
                screen,
                Asked.by(HA, Language.VI),
                bean(InTransaction.class));
    }

    @Test
    void formsAreForgottenAfterADayAndWhoLookedAfterAnHour() {
        house.tx(() -> {
            Sql sql = house.get(Sql.class);
            for (int hours : List.of(23, 25)) {
                Instant at = CLOCK.instant().minus(Duration.ofHours(hours));
                sql.update(
                        "insert into console_form (digest, led_to, at) values (?, '/', ?)",
                        new byte[] {(byte) hours},
                        at);
                sql.update("insert into console_skip (account, ticket, at) values (?, '26000012', ?)", hours, at);
                sql.update(
                        "insert into console_event (at, kind, ticket) values (?, 'CASE', '000000" + hours + "')", at);
            }
            for (int minutes : List.of(59, 61)) {
                sql.update(
                        "insert into console_presence (ticket, account, name, role, at) values ('26000012', ?, 'A',"
                                + " 'OPERATOR', ?)",
                        minutes,
                        CLOCK.instant().minus(Duration.ofMinutes(minutes)));
            }
            return null;
        });
        assertThat(house.get(ForgetEvents.class).run()).isEqualTo(4);
        assertThat(left("hex(left(digest, 1)) from console_form")).containsExactly("17");
        assertThat(left("ticket from console_event where ticket like '000000%'"))
                .containsExactly("00000023");
        assertThat(left("account from console_skip")).containsExactly("23");
        assertThat(left("account from console_presence")).containsExactly("59");
    }

    private static List<String> left(String rows) {
        return house.schema().column("select " + rows);
    }

    private static String entryForm(Role role, String call) {
        Screen screen = new Screen();
        Viewer viewer = new Viewer(5, "ha", "Hà", role, Optional.empty(), true);
        Asked asked = Asked.by(viewer, Language.VI);
        new EntryPage(screen, asked, null, bean(CallersNumber.class), null, null, bean(InTransaction.class), null)
                .form(call);
        return screen.shown;
    }

    @Test
    void theFormOfACallHasItsNumberForTheDeskAloneAndInNoAddress() {
        String call = "1786000000.78";
        house.get(CallBook.class)
                .began(new CallStart(call, "main", Optional.of(LAN), Optional.empty(), CLOCK.instant(), false));
        joined(call);
        Screen screen = new Screen();
        caller(screen).page(call);
        assertThat(screen.shown).contains("href=\"/console/enter?call=" + call + "\"");
        String field = "name=\"call\" value=\"" + call + "\"";
        assertThat(entryForm(Role.OPERATOR, call)).contains(field, LAN.masked(), "<option value=\"PHONE\" selected>");
        house.get(CallBook.class).ended(call, CLOCK.instant(), Optional.empty());
        assertThat(entryForm(Role.OPERATOR, call))
                .as("after the call")
                .contains(field, LAN.masked())
                .doesNotContain(LAN.local());
        assertThat(entryForm(Role.OFFICER, call)).doesNotContain(field, LAN.masked());
        assertThat(entryForm(Role.OPERATOR, "1786000000.99")).doesNotContain("name=\"call\"");
    }

    @Test
    void whoLooksAtACallerOrUncoversANumberStandsInTheTrail() {
        Screen screen = new Screen();
        joined("1786000000.77");
        house.ask(CallbackRequests.class, requests -> requests.book(MINH, "IVR"));
        long wish = house.ask(CallbackBook.class, book -> book.waiting(LocalDate.of(2000, 1, 1), 0, 100))
                .get(0)
                .id();
        caller(screen).page("1786000000.77");
        assertThat(screen.shown)
                .contains("/console/callers/1786000000.77/reveal")
                .doesNotContain(LAN.local());
        caller(screen).reveal("1786000000.77");
        assertThat(screen.shown).contains(LAN.local());
        desk(screen).reveal(wish);
        assertThat(screen.shown).contains(MINH.local());
        assertThat(looks())
                .containsExactly(
                        "ha|caller.seen|call 1786000000.77",
                        "ha|phone.revealed|call 1786000000.77",
                        "ha|phone.revealed|callback " + wish);
    }
}
