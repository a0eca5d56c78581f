package vn.mscore.hotline.voice.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.FactLog;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.platform.SqlFailure;
import vn.mscore.hotline.privacy.SecretFiles;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.voice.CallBook;
import vn.mscore.hotline.voice.CallEnded;
import vn.mscore.hotline.voice.CallSettled;
import vn.mscore.hotline.voice.CallSettled.Result;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.Dialer;
import vn.mscore.hotline.voice.ExchangeLink.Status;
import vn.mscore.hotline.voice.Exit;
import vn.mscore.hotline.voice.LiveCalls;
import vn.mscore.hotline.voice.QueueChanged;
import vn.mscore.hotline.voice.QueueChanged.Step;
import vn.mscore.hotline.voice.QueueSeats;
import vn.mscore.hotline.voice.ami.ScriptedManager.Mood;
import vn.mscore.hotline.voice.ami.SqlCallOrders.Order;

/** The link on its bad days (rows 104, 105, P13). */
class AmiLinkIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private static final Duration LIMIT = Duration.ofSeconds(40);
    /** Four thousand events, each in a commit of its own. */
    private static final Duration FLOOD = Duration.ofSeconds(180);

    private ScriptedManager manager;
    private House house;

    @BeforeEach
    void open() throws IOException {
        manager = new ScriptedManager();
        Path var = Files.createTempDirectory(Files.createDirectories(Path.of("target/ami")), "var");
        house = House.open(
                Clock.systemUTC(),
                Map.of(
                        "hotline.voice.asterisk",
                        "external",
                        "hotline.voice.ami",
                        "127.0.0.1:" + manager.port(),
                        "hotline.number",
                        "18008081",
                        "hotline.voice.dial.dailycap",
                        "2",
                        "hotline.voice.maxcalls",
                        "2",
                        "hotline.var",
                        var.toString()));
    }

    @AfterEach
    void close() throws IOException {
        house.get(AmiLink.class).stop();
        house.get(AmiEvents.class).stop();
        house.close();
        manager.close();
    }

    private void start() {
        house.get(AmiEvents.class).start();
        house.get(AmiLink.class).start();
    }

    @Test
    void seatsAreSaidAgainAfterEveryLoss() throws Exception {
        seat("quay-1", true);
        start();
        await("seated", () -> manager.members().contains("PJSIP/quay-1"));
        seat("quay-2", true);
        await("seated at once", () -> manager.members().contains("PJSIP/quay-2"));
        manager.restart();
        await("seated again", () -> manager.members().size() == 2);
        seat("quay-1", false);
        await("left", () -> !manager.members().contains("PJSIP/quay-1"));
    }

    @Test
    void aCallHandedBackWhileNobodyListenedIsOverOnceTheExchangeForgotIt() {
        CallBook book = house.get(CallBook.class);
        for (String call : List.of("away.1", "sim-1")) {
            book.began(new CallStart(call, "main", Optional.of(LAN), Optional.empty(), Instant.now(), false));
            book.handedOver(call, Exit.TO_QUEUE, "vi/menu-chinh");
        }
        house.get(LiveCalls.class).lives("away.1");
        compare(Instant.now());
        assertThat(house.get(FactLog.class).of(CallEnded.class)).as("just now").isEmpty();
        compare(Instant.now().plusSeconds(9));
        assertThat(house.get(FactLog.class).of(CallEnded.class))
                .as("not the page's own, which is no call of the exchange")
                .extracting(CallEnded::callId)
                .containsExactly("away.1");
    }

    private void compare(Instant at) {
        house.tx(() -> {
            house.get(ExchangeBook.class).compare(new ExchangePicture(Set.of(), List.of(), Set.of(), Map.of(), at));
            return null;
        });
    }

    @Test
    void aRefusedLoginIsNotTriedEverySecond() throws Exception {
        manager.become(Mood.REFUSES_LOGIN);
        start();
        await("refused", () -> state().detail().contains("refuses"));
        Thread.sleep(6000);
        assertThat(manager.logins()).isBetween(2L, 5L);
        assertThat(state().status()).isEqualTo(Status.DOWN);
    }

    @Test
    void aBannerAloneIsNoManager() throws Exception {
        manager.become(Mood.BANNER_ONLY);
        start();
        await("noticed", () -> state().detail().contains("does not answer"));
        manager.become(Mood.WELL);
        assertThat(Gateway.await(Duration.ofSeconds(30), () -> state().status() == Status.UP))
                .as("P11: back within half a minute")
                .isTrue();
    }

    @Test
    void somethingElseOnThePortIsNoManager() throws Exception {
        manager.become(Mood.NO_MANAGER_AT_ALL);
        start();
        Thread.sleep(6000);
        assertThat(state().status()).isEqualTo(Status.DOWN);
        manager.become(Mood.WELL);
        await("well again", () -> state().status() == Status.UP);
    }

    @Test
    void aHalfDeadConnectionIsNoticed() throws Exception {
        start();
        await("up", () -> state().status() == Status.UP);
        manager.become(Mood.SAYS_NOTHING);
        await("noticed", () -> state().status() == Status.DOWN);
        manager.become(Mood.WELL);
        await("well again", () -> state().status() == Status.UP);
    }

    @Test
    void strangeEventsAreQuietAndHarmless() throws Exception {
        start();
        await("up", () -> state().status() == Status.UP);
        manager.tell("Event: Nonsense\nX: y\n\n");
        manager.tell("Event: QueueCallerJoin\nQueue: operators\nUniqueid: ${SHELL(id)}\n\n");
        manager.tell("Event: QueueCallerJoin\nQueue: operators\nUniqueid: " + "9".repeat(1 << 20) + "\n\n");
        manager.tell("no colon at all\n\n");
        manager.tell("Event: QueueCallerJoin\nQueue: operators\nPosition: many\nUniqueid: 7.1\n\n");
        await("the good one", () -> joined("7.1"));
        assertThat(house.get(FactLog.class).of(QueueChanged.class)).hasSize(1);
        assertThat(state().status()).isEqualTo(Status.UP);
    }

    @Test
    void afterAFloodEveryEndIsWrittenDown() throws Exception {
        start();
        await("up", () -> state().status() == Status.UP);
        StringBuilder flood = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            flood.append("Event: NewChannel\nChannel: PJSIP/trunk-1\nUniqueid: f.")
                    .append(i)
                    .append("\nLinkedid: f.")
                    .append(i)
                    .append("\n\n");
            flood.append("Event: Hangup\nChannel: PJSIP/trunk-1\nUniqueid: f.")
                    .append(i)
                    .append("\nCause: 16\n\n");
        }
        manager.tell(flood.toString());
        manager.tell("Event: QueueCallerJoin\nQueue: operators\nUniqueid: last.1\n\n");
        await("the last one", FLOOD, () -> joined("last.1"));
        await("all ends", FLOOD, () -> house.tx(() -> house.entityManager()
                        .createNativeQuery("select count(*) from voice_live_call where call_id like 'f.%'")
                        .getSingleResult()
                        .toString())
                .equals("0"));
        assertThat(state().status()).isEqualTo(Status.UP);
    }

    /**
     * The manager is away and the database goes too, between two of our questions; then both are back. What made sense only
     * before that is not dialled.
     */
    @Test
    void anOrderIsDialledOnceManagerAndDatabaseAreBack() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        AtomicBoolean away = new AtomicBoolean(true);
        InTransaction database = new InTransaction() {
            @Override
            public <T> T call(Supplier<T> work) {
                if (away.get() && asked.incrementAndGet() % 2 == 0) {
                    throw new SqlFailure(new SQLTransientConnectionException("away"));
                }
                return house.get(InTransaction.class).call(work);
            }
        };
        AmiOrders orders = new AmiOrders(
                house.get(Settings.class),
                house.get(SecretFiles.class),
                house.get(SqlCallOrders.class),
                house.get(ExchangeBook.class),
                database,
                Executors.defaultThreadFactory(),
                Clock.systemUTC());
        manager.become(Mood.NO_MANAGER_AT_ALL);
        Instant past = Instant.now().minusSeconds(1);
        house.tx(() -> house.get(Dialer.class).ring(LAN, "survey", "survey-0", past));
        house.tx(() -> house.get(Dialer.class).ring(LAN, "survey", "survey-1"));
        orders.start();
        try {
            await("database asked again", () -> asked.get() >= 4);
            away.set(false);
            manager.become(Mood.WELL);
            await("dialled", () -> !originated("ChannelId").isEmpty());
            assertThat(originated("ChannelId")).containsExactly("survey-1");
            itIsInOurPlaceOfTheDialplan();
            assertThat(house.get(FactLog.class).of(CallSettled.class))
                    .containsExactly(new CallSettled("survey-0", Result.EXPIRED, LAN));
        } finally {
            orders.stop();
        }
    }

    @Test
    void neverAForeignOrDearNumberNorMoreThanTheCapOfADayNorAFlowButOurs() {
        Map.of(
                        "premium", "+841900123456",
                        "free", "+8418008081",
                        "emergency", "+84113999",
                        "Laos", "+85620123456",
                        "satellite", "+87077123456")
                .forEach((name, number) -> {
                    PhoneNumber phone = new PhoneNumber(number);
                    assertThat(List.of(ring(phone, "order-1"), bridge(phone, "order-2")))
                            .as(name)
                            .containsOnly("voice.number-not-allowed");
                });
        assertThat(List.of(ring(LAN, "order-1"), bridge(LAN, "order-2"))).containsOnly("");
        assertThat(List.of(ring(LAN, "order-3"), bridge(LAN, "order-4"))).containsOnly("voice.daily-cap");
        assertThat(orders()).isEqualTo(2);
        house.ask(Sql.class, sql -> sql.update("update voice_order set day = day - interval 1 day"));
        assertThat(ring(LAN, "order-5")).as("the next day").isEmpty();
        for (String flow : List.of("bridge", "queue-callback", "operators", "s")) {
            assertThatThrownBy(() -> house.ask(Dialer.class, dialer -> dialer.ring(LAN, flow, "order-6")))
                    .as(flow)
                    .hasMessageContaining("no flow that may be ordered");
        }
        assertThat(orders()).isEqualTo(3);
    }

    @Test
    void whatIsBeingDialledDoesNotExpireAndWhatExpiredTakesNothingFromTheCapOfADay() {
        Instant noon = Instant.parse("2026-08-07T05:00:00Z");
        Instant late = noon.plus(Duration.ofHours(1));
        SqlCallOrders orders = house.get(SqlCallOrders.class);
        house.tx(() -> {
            orders.place(new Order("order-1", "main", LAN, Optional.empty()), noon, late);
            orders.place(new Order("order-2", "main", LAN, Optional.empty()), noon.plusSeconds(1), late);
            return orders.takeNew(noon);
        });
        assertThat(house.tx(() -> orders.orderedOn(noon))).isEqualTo(2);
        house.tx(() -> {
            house.get(ExchangeBook.class).settle("order-1", Result.EXPIRED, late);
            house.get(ExchangeBook.class).giveUp(late);
            return null;
        });
        assertThat(house.get(FactLog.class).of(CallSettled.class))
                .containsExactly(new CallSettled("order-2", Result.EXPIRED, LAN));
        int kept = house.ask(
                Sql.class,
                sql -> sql.count("select count(*) as n from voice_order"
                        + " where state = 'DIALLING' and phone_sealed is not null"
                        + " or state = 'SETTLED' and phone_sealed is null"));
        assertThat(kept).isEqualTo(2);
        assertThat(house.tx(() -> orders.orderedOn(noon))).isEqualTo(1);
    }

    @Test
    void whileAllLinesAreTakenNoCitizenIsRungToHearThat() {
        Instant noon = Instant.parse("2026-08-07T05:00:00Z");
        Instant late = noon.plus(Duration.ofHours(1));
        SqlCallOrders orders = house.get(SqlCallOrders.class);
        SqlExchangeState state = house.get(SqlExchangeState.class);
        house.tx(() -> {
            orders.place(new Order("order-1", "main", LAN, Optional.empty()), noon, late);
            orders.place(new Order("order-2", AmiDialer.BRIDGE, LAN, Optional.of("quay-1")), noon, late);
            state.began("1787000000.1", noon);
            state.began("1787000000.2", noon);
            return null;
        });
        assertThat(house.tx(() -> orders.takeNew(noon)).map(Order::reference)).contains("order-2");
        assertThat(house.tx(() -> orders.takeNew(noon))).isEmpty();
        assertThat(house.tx(orders::anyNew)).isFalse();
        house.tx(() -> state.ended("1787000000.1"));
        assertThat(house.tx(() -> orders.takeNew(noon)))
                .as("what is being dialled takes a line")
                .isEmpty();
        house.tx(() -> state.ended("1787000000.2"));
        assertThat(house.tx(() -> orders.takeNew(noon)).map(Order::reference)).contains("order-1");
    }

    /** The refusal's code, empty when ordered. */
    private String ring(PhoneNumber phone, String reference) {
        return house.ask(Dialer.class, dialer -> dialer.ring(phone, "main", reference))
                .map(Reason::code)
                .orElse("");
    }

    private String bridge(PhoneNumber phone, String reference) {
        return house.ask(Dialer.class, dialer -> dialer.bridge("quay-1", phone, reference))
                .map(Reason::code)
                .orElse("");
    }

    private int orders() {
        return house.ask(Sql.class, sql -> sql.count("select count(*) as n from voice_order"));
    }

    /** R24: no application, no data, no context but ours. */
    private void itIsInOurPlaceOfTheDialplan() {
        assertThat(List.of("Channel", "Context", "Exten", "Priority", "Application", "Data"))
                .map(word -> String.join(",", originated(word)))
                .containsExactly("PJSIP/0912345678@trunk", "outbound", "survey", "1", "", "");
    }

    private List<String> originated(String word) {
        return manager.actions().stream()
                .filter(action -> "Originate".equalsIgnoreCase(action.get("Action")))
                .map(action -> action.getOrDefault(word, ""))
                .toList();
    }

    private boolean joined(String call) {
        return house.get(FactLog.class).of(QueueChanged.class).stream()
                .anyMatch(fact -> fact.step() == Step.JOINED && fact.callId().equals(call));
    }

    private vn.mscore.hotline.voice.ExchangeLink.State state() {
        return house.get(AmiLink.class).state();
    }

    private void seat(String device, boolean present) {
        house.tx(() -> {
            house.get(QueueSeats.class).seat(device, present);
            return null;
        });
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        await(what, LIMIT, condition);
    }

    private static void await(String what, Duration limit, BooleanSupplier condition) throws InterruptedException {
        assertThat(Gateway.await(limit, condition)).as(what).isTrue();
    }
}
