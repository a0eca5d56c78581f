package vn.mscore.hotline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.mscore.hotline.app.figures.Alarms;
import vn.mscore.hotline.house.Air;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.house.SmsServices;
import vn.mscore.hotline.sms.LineState;
import vn.mscore.hotline.sms.SmsLines;
import vn.mscore.hotline.sms.simulator.Switch;
import vn.mscore.hotline.watch.line.Balances;
import vn.mscore.hotline.watch.line.Probes;
import vn.mscore.hotline.watch.line.WatchOrders;
import vn.mscore.hotline.watch.tell.AlarmPosts;

/** A line under watch on the simulated network: texts to ourselves, silence, balance; alarms to a telephone and a webhook. */
@Timeout(120)
class WatchIT {
    private static final String TECHNICIAN = "+84912345678";
    private static final String CITIZEN = "+84987654321";
    private static final String SECRET = "0123456789abcdef01234567";

    @TempDir
    Path folder;

    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private final List<String> posted = new CopyOnWriteArrayList<>();
    private volatile int answer = 204;
    private HttpServer server;
    private Air air;
    private House house;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/alarms", this::take);
        server.start();
        air = new Air(folder.resolve("air.log"));
        house = House.openWith(clock, settings(), SmsServices.class);
        house.get(SmsServices.class).start();
        house.get(WatchOrders.class).start();
        await(() -> house.get(SmsLines.class).byName("m1").orElseThrow().state().status() == LineState.Status.READY);
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("hotline.sms.modems", "m1=" + air.address()),
                Map.entry("hotline.sms.modem.m1.pace", "1000/s"),
                Map.entry("hotline.sms.modem.m1.number", Air.OFFICE),
                Map.entry("hotline.sms.modem.m1.probe", "m1"),
                Map.entry("hotline.sms.modem.m1.silence", "4"),
                Map.entry("hotline.sms.modem.m1.balance.pattern", "TK goc: (?<dong>[\\d.]+)d\\. HSD: (?<day>[\\d/]+)"),
                Map.entry("hotline.sms.modem.m1.balance.least", "60000"),
                Map.entry("hotline.alarm.phone", TECHNICIAN),
                Map.entry("hotline.alarm.phone.perHour", "2"),
                Map.entry(
                        "hotline.alarm.webhook",
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/alarms"),
                Map.entry("hotline.alarm.webhook.secret", SECRET));
    }

    @AfterEach
    void close() {
        house.get(SmsServices.class).stop();
        house.close();
        air.close();
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String stamp = exchange.getRequestHeaders().getFirst("X-Hotline-Timestamp");
        boolean signed = ("sha256=" + hmac(stamp + "." + body))
                .equals(exchange.getRequestHeaders().getFirst("X-Hotline-Signature"));
        posted.add(signed ? body : "not signed");
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private static String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTextToOurselvesComesBackOnceADayAndIsNobodysMessage() {
        assertThat(house.get(Probes.class).run()).isEqualTo(1);
        await(() -> back() == 1);
        allHaveLeft();
        assertThat(house.get(Probes.class).run()).isZero();
        look(Duration.ofMinutes(16));
        assertThat(alarms()).isEmpty();
        assertThat(house.schema().column("select count(*) from sms_message")).containsExactly("0");
        assertThat(house.schema().column("select count(*) from sms_part")).containsExactly("0");
        await(() -> house.schema().column("select state from sms_outbox").equals(List.of("SENT")));
        clock.advance(Duration.ofDays(1));
        assertThat(house.get(Probes.class).run()).isEqualTo(1);
        await(() -> back() == 2);
    }

    @Test
    void aLineThatIsDumbIsToldOnceToTelephoneAndWebhookAndItsEndToo() throws Exception {
        look(Duration.ofSeconds(15));
        assertThat(alarms()).isEmpty();
        air.turn(Switch.LOSE_PART, 100);
        assertThat(house.get(Probes.class).run()).isEqualTo(1);
        await(() -> house.schema().column("select state from sms_outbox").equals(List.of("SENT")));
        look(Duration.ofMinutes(14));
        assertThat(alarms()).isEmpty();
        look(Duration.ofMinutes(1));
        look(Duration.ofMinutes(1));
        assertThat(alarms()).containsExactly("probe-lost");
        assertThat(air.received(TECHNICIAN, 1, Duration.ofSeconds(40)))
                .containsExactly("Tong dai 18008081 CANH BAO: tin tu kiem tra khong quay ve (m1), tu 09:45 17/08/2026."
                        + " Xem trang Duong day.");
        answer = 503;
        post();
        answer = 204;
        post();
        clock.advance(Duration.ofSeconds(5));
        post();
        assertThat(house.schema().column("select distinct kind from sms_outbox order by kind"))
                .containsExactly("ALARM", "PROBE");
        assertThat(posted).hasSize(2).allMatch(body -> body.contains("\"event\":\"began\",\"kind\":\"probe-lost\""));
        allHaveLeft();
        air.turn(Switch.LOSE_PART, 0);
        pass(Duration.ofHours(21));
        assertThat(house.get(Probes.class).run()).isEqualTo(1);
        await(() -> back() == 1);
        air.text(CITIZEN, "TG");
        isRead();
        look(Duration.ofSeconds(15));
        look(Duration.ofSeconds(61));
        assertThat(alarms()).isEmpty();
        post();
        assertThat(posted).hasSize(3);
        assertThat(posted.get(2)).contains("\"event\":\"ended\",\"kind\":\"probe-lost\",\"line\":\"m1\"");
        assertThat(air.received(TECHNICIAN, 2, Duration.ofSeconds(40)).get(1))
                .startsWith("Tong dai 18008081: het canh bao tin tu kiem tra khong quay ve (m1) luc 06:46");
    }

    @Test
    void aProbeThatIsLostGoesOnceMoreAndItsReturnEndsTheAlarm() {
        air.turn(Switch.LOSE_PART, 100);
        assertThat(house.get(Probes.class).run()).isEqualTo(1);
        allHaveLeft();
        look(Duration.ofMinutes(16));
        assertThat(alarms()).containsExactly("probe-lost");
        allHaveLeft();
        air.turn(Switch.LOSE_PART, 0);
        assertThat(house.get(Probes.class).run()).isEqualTo(1);
        await(() -> back() == 1);
        look(Duration.ofSeconds(15));
        look(Duration.ofSeconds(61));
        assertThat(alarms()).isEmpty();
        assertThat(house.get(Probes.class).run()).isZero();
    }

    @Test
    void aLineThatIsAwayIsNotProbedUntilItIsBack() {
        air.turn(Switch.UNPLUG, 1);
        await(() -> house.get(SmsLines.class).byName("m1").orElseThrow().state().status() != LineState.Status.READY);
        assertThat(house.get(Probes.class).run()).isZero();
        assertThat(house.schema().column("select count(*) from watch_probe")).containsExactly("0");
    }

    @Test
    void silenceIsCountedInOfficeHoursAndATextEndsIt() throws Exception {
        look(Duration.ofSeconds(15));
        clock.set(MovingClock.atVietnam("2026-08-17T15:29").instant());
        look(Duration.ZERO);
        assertThat(alarms()).as("3:59 office hours without the lunch").isEmpty();
        look(Duration.ofMinutes(2));
        assertThat(alarms()).containsExactly("line-silent");
        air.text(CITIZEN, "TG");
        isRead();
        look(Duration.ofSeconds(15));
        look(Duration.ofSeconds(61));
        assertThat(alarms()).isEmpty();
        allHaveLeft();
        clock.set(MovingClock.atVietnam("2026-08-18T07:29").instant());
        look(Duration.ZERO);
        assertThat(alarms()).as("a night is silent anyway").isEmpty();
    }

    /** Else a text written now would seem to wait since long when the clock is set. */
    private void allHaveLeft() {
        await(() -> house.schema()
                .column("select count(*) from sms_outbox where state in ('NEW', 'SENDING')")
                .equals(List.of("0")));
    }

    @Test
    void theSimIsAskedOnceADayAndNoMoreTextsThanAllowedTellOfAStorm() throws Exception {
        assertThat(house.get(Balances.class).run()).isEqualTo(1);
        assertThat(house.get(Balances.class).run()).isZero();
        assertThat(house.schema().column("select concat(dong, ' ', expires_on) from watch_balance"))
                .containsExactly("52350 2026-12-31");
        look(Duration.ofSeconds(15));
        assertThat(alarms()).containsExactly("balance-low");
        air.turn(Switch.LOSE_PART, 100);
        assertThat(house.get(Probes.class).run()).isEqualTo(1);
        allHaveLeft();
        clock.set(MovingClock.atVietnam("2026-08-17T15:40").instant());
        look(Duration.ZERO);
        house.tx(() -> house.get(AlarmBoard.class).report("voice", Set.of(new Trouble("stranger", 1))));
        house.tx(() -> house.get(AlarmBoard.class).report("voice", Set.of(new Trouble("no-calls", 2))));
        assertThat(alarms())
                .containsExactlyInAnyOrder("balance-low", "line-silent", "probe-lost", "stranger", "no-calls");
        assertThat(texted()).containsExactlyInAnyOrder("balance-low", "line-silent", "probe-lost", "no-calls");
        post();
        assertThat(posted).hasSize(5).doesNotContain("not signed");
        assertThat(String.join(" ", posted)).doesNotContain("912345678").doesNotContain("961000001");
        LineCheck check = house.get(LineChecks.class).all().get(0);
        assertThat(check.balance().orElseThrow().dong()).hasValue(52_350);
        assertThat(check.probe().orElseThrow().state()).isEqualTo("LOST");
        assertThat(check.silence()).isEqualTo(249);
    }

    private List<String> texted() {
        return house.schema().column("select kind from watch_alarm where texted");
    }

    @Test
    void anAlarmThatGetsWorseIsToldOnceMoreAndItsEndAfterItsBeginning() {
        AlarmBoard board = house.get(AlarmBoard.class);
        board.report("voice", Set.of(new Trouble("stranger", 1)));
        answer = 503;
        post();
        posted.clear();
        board.report("voice", Set.of(new Trouble("stranger", 2)));
        board.report("voice", Set.of(new Trouble("stranger", 2)));
        board.report("voice", Set.of(new Trouble("stranger", 1)));
        pass(Duration.ofSeconds(61));
        board.report("voice", Set.of());
        answer = 204;
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofSeconds(5));
            post();
        }
        assertThat(posted).hasSize(3);
        assertThat(posted.get(0)).contains("\"event\":\"began\"");
        assertThat(posted.get(1)).contains("\"event\":\"worse\",\"kind\":\"stranger\",\"line\":\"\",\"level\":2");
        assertThat(posted.get(2)).contains("\"event\":\"ended\"");
    }

    @Test
    void whatCannotBeWrittenDownIsPostedAtOnce() {
        Instant began = clock.instant();
        Alarm away = new Alarm(7, new Trouble("database-away", "", 2), began, Optional.empty());
        assertThat(house.get(DirectAlarm.class).tell(away)).isTrue();
        assertThat(posted)
                .containsExactly(
                        "{\"id\":\"7\",\"event\":\"began\",\"kind\":\"database-away\",\"line\":\"\",\"level\":2,\"at\":\""
                                + began + "\"}");
        answer = 500;
        Alarm over = new Alarm(7, away.trouble(), began, Optional.of(began.plusSeconds(90)));
        assertThat(house.get(DirectAlarm.class).tell(over)).isFalse();
        assertThat(posted.get(1))
                .startsWith("{\"id\":\"7\",\"event\":\"ended\"")
                .endsWith("\"at\":\"" + began.plusSeconds(90) + "\"}");
    }

    /** Whoever moves the clock while a text is read gets what no clock makes. */
    private void isRead() {
        await(() -> house.schema()
                .column("select count(*) from sms_message where state = 'DONE'")
                .equals(List.of("1")));
    }

    private void look(Duration later) {
        pass(later);
        house.get(Alarms.class).run();
    }

    /** On the clock of the database, which cannot be moved, too: what was seen is moved instead. */
    private void pass(Duration time) {
        clock.advance(time);
        house.schema()
                .change("update watch_alarm set seen_at = seen_at - interval " + time.toSeconds()
                        + " second where is_open");
    }

    private void post() {
        house.get(AlarmPosts.class).run();
    }

    private List<String> alarms() {
        return house.get(AlarmBoard.class).latest(20).stream()
                .filter(alarm -> alarm.ended().isEmpty())
                .map(alarm -> alarm.trouble().kind())
                .toList();
    }

    private int back() {
        return house.schema()
                .column("select line from watch_probe where back_at is not null")
                .size();
    }

    private static void await(BooleanSupplier condition) {
        long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the time it may take").isLessThan(limit);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
