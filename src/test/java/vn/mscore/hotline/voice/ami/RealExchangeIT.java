package vn.mscore.hotline.voice.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.AgiStub;
import vn.mscore.hotline.house.Exchange;
import vn.mscore.hotline.house.FactLog;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.Sipp;
import vn.mscore.hotline.house.SippPhone;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.switchboard.CallbackBook;
import vn.mscore.hotline.switchboard.CallbackBook.Wish;
import vn.mscore.hotline.switchboard.OperatorPresence;
import vn.mscore.hotline.switchboard.Switchboard;
import vn.mscore.hotline.switchboard.WaitingCaller;
import vn.mscore.hotline.switchboard.WaitingLine;
import vn.mscore.hotline.voice.CallBook;
import vn.mscore.hotline.voice.CallSettled;
import vn.mscore.hotline.voice.CallSettled.Result;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.Dialer;
import vn.mscore.hotline.voice.ExchangeLink.Status;
import vn.mscore.hotline.voice.Exit;
import vn.mscore.hotline.voice.MissedRing;

/** The link, the line and the orders against a real Asterisk with SIPp at both ends. */
class RealExchangeIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final PhoneNumber CALLER = new PhoneNumber("+84912345678");
    private static final PhoneNumber CITIZEN = new PhoneNumber("+84901000002");
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static AgiStub stub;
    private static Exchange exchange;
    private static House house;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        stub = new AgiStub();
        exchange = Exchange.of(stub.port()).set("hotline.voice.ring", "4").start();
        // As the gateway does: a case may take longer than the exchange waits for a sign of life.
        exchange.beat();
        house = House.open(
                Clock.systemUTC(),
                Map.of(
                        "hotline.voice.asterisk", "external",
                        "hotline.voice.ami", "127.0.0.1:" + exchange.amiPort(),
                        "hotline.voice.devices", "truc-1,truc-2",
                        "hotline.missed.calls", "false",
                        "hotline.number", "18008081",
                        "hotline.var", exchange.home().getParent().toString()));
        house.get(AmiEvents.class).start();
        house.get(AmiLink.class).start();
        house.get(AmiOrders.class).start();
        assertThat(Gateway.await(SOON, () -> link() == Status.UP)).isTrue();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (house != null) {
            house.get(AmiOrders.class).stop();
            house.get(AmiLink.class).stop();
            house.get(AmiEvents.class).stop();
            house.close();
        }
        if (exchange != null) {
            exchange.close();
        }
        stub.close();
    }

    @BeforeEach
    void fresh() {
        stub.answer(RealExchangeIT::toTheQueueOnce);
        house.tx(() -> {
            house.entityManager()
                    .createNativeQuery("delete from switchboard_callback")
                    .executeUpdate();
            return null;
        });
    }

    /** What the gateway does when somebody asks for a person; who comes back from the queue is let go. */
    private static void toTheQueueOnce(AgiStub.Line line) throws IOException {
        String call = line.request().get("agi_uniqueid");
        if (!line.request().get("agi_network_script").equals("main")) {
            line.verdict("hang-up");
            return;
        }
        Optional<PhoneNumber> phone = PhoneNumber.parse(line.request().get("agi_callerid"));
        CallBook book = house.get(CallBook.class);
        book.began(new CallStart(
                call, "main", phone, Optional.empty(), Clock.systemUTC().instant(), false));
        house.tx(() -> {
            house.get(Switchboard.class).welcome(new Switchboard.Visit(call, phone, "menu"));
            return null;
        });
        book.handedOver(call, Exit.TO_QUEUE, "");
        line.verdict("to-queue");
    }

    @Test
    void aCallerWaitsTalksAndIsServed() throws Exception {
        try (SippPhone operator = SippPhone.operator(exchange, "truc-1").answering(4000)) {
            seat("truc-1", true);
            Sipp.Running call =
                    Sipp.caller(exchange).dial().pause(20_000).hangUp().start();
            waitFor("waits", () -> line().stream().anyMatch(caller -> !caller.talking()));
            waitFor("talks", () -> with("truc-1").isPresent());
            assertThat(with("truc-1").orElseThrow().phone()).contains(CALLER);
            assertThat(call.await()).isZero();
            waitFor("is served", () -> line().isEmpty());
            assertThat(wishes()).isEmpty();
            assertThat(operator.await()).isZero();
        } finally {
            seat("truc-1", false);
        }
    }

    @Test
    void whoHangsUpWhileWaitingIsCalledBack() throws Exception {
        try (SippPhone operator = SippPhone.operator(exchange, "truc-2").answering(60_000)) {
            seat("truc-2", true);
            assertThat(Sipp.caller(exchange).dial().pause(8000).hangUp().run()).isZero();
            waitFor("is promised a call", () -> wishes().size() == 1);
            assertThat(wishes().get(0).channel()).isEqualTo("ABANDONED");
            assertThat(wishes().get(0).phone()).isEqualTo(CALLER);
        } finally {
            seat("truc-2", false);
        }
    }

    @Test
    void whoPressesFiveIsCalledBack() throws Exception {
        try (SippPhone operator = SippPhone.operator(exchange, "truc-2").answering(60_000)) {
            seat("truc-2", true);
            assertThat(Sipp.caller(exchange)
                            .dial()
                            .pause(6000)
                            .press("5")
                            .untilHungUp(20)
                            .run())
                    .isZero();
            waitFor("is promised a call", () -> wishes().size() == 1);
            assertThat(wishes().get(0).channel()).isEqualTo("QUEUE");
        } finally {
            seat("truc-2", false);
        }
    }

    @Test
    void aMissedRingIsTold() throws Exception {
        assertThat(Sipp.caller(exchange).from("0987654321").ringAndGiveUp(500).run())
                .isZero();
        waitFor("is told", () -> house.get(FactLog.class).of(MissedRing.class).stream()
                .anyMatch(ring -> ring.caller().equals(Optional.of(new PhoneNumber("+84987654321")))));
    }

    @Test
    void anOrderedCallThatIsAnsweredEndsAsAnswered() throws Exception {
        stub.answer(line -> line.verdict("hang-up"));
        try (SippPhone phone = SippPhone.citizen(exchange).answering(300)) {
            String reference = ring();
            assertThat(phone.await()).isZero();
            assertThat(settled(reference)).isEqualTo(Result.ANSWERED);
            assertThat(stub.calls()).singleElement().satisfies(request -> assertThat(request)
                    .containsEntry("agi_network_script", "survey")
                    .containsEntry("agi_uniqueid", reference)
                    .containsEntry("agi_arg_2", reference)
                    .containsEntry("agi_arg_3", "0901000002"));
        }
    }

    @Test
    void busyAndUnreachableAreToldApart() throws Exception {
        try (SippPhone phone = SippPhone.citizen(exchange).refusing("486 Busy Here")) {
            assertThat(settled(ring())).isEqualTo(Result.BUSY);
            assertThat(phone.await()).isZero();
        }
        try (SippPhone phone = SippPhone.citizen(exchange).refusing("404 Not Found")) {
            assertThat(settled(ring())).isEqualTo(Result.UNREACHABLE);
            assertThat(phone.await()).isZero();
        }
        try (SippPhone phone = SippPhone.citizen(exchange).refusing("480 Temporarily Unavailable")) {
            assertThat(settled(ring())).isEqualTo(Result.NO_ANSWER);
            assertThat(phone.await()).isZero();
        }
        try (SippPhone phone = SippPhone.citizen(exchange).refusing("503 Service Unavailable")) {
            assertThat(settled(ring())).isEqualTo(Result.FAILED);
            assertThat(phone.await()).isZero();
        }
        waitFor("no number is kept", () -> count("voice_order where phone_sealed is not null") == 0);
    }

    @Test
    void aBridgeRingsTheOperatorThenTheCitizen() throws Exception {
        try (SippPhone operator = SippPhone.operator(exchange, "truc-1").answering(300);
                SippPhone citizen = SippPhone.citizen(exchange).refusing("486 Busy Here")) {
            String reference = reference();
            assertThat(refusal(Dialer.class, dialer -> dialer.bridge("truc-1", CITIZEN, reference)))
                    .isEmpty();
            assertThat(settled(reference)).isEqualTo(Result.BUSY);
        }
    }

    @Test
    void anOperatorWhoIsNotThereSaysNothingOfTheCitizen() throws Exception {
        String reference = reference();
        assertThat(refusal(Dialer.class, dialer -> dialer.bridge("truc-9", CITIZEN, reference)))
                .isEmpty();
        assertThat(settled(reference)).isEqualTo(Result.FAILED);
    }

    /** P11: the exchange dies with a caller in the queue and an ordered call in progress. */
    @Test
    void afterADeathOfTheExchangeAllIsAsItShouldBe() throws Exception {
        try (SippPhone operator = SippPhone.operator(exchange, "truc-2").answering(60_000);
                SippPhone citizen = SippPhone.citizen(exchange).answering(300)) {
            seat("truc-2", true);
            stub.answer(line -> {
                if (line.request().get("agi_network_script").equals("survey")) {
                    Thread.sleep(60_000);
                }
                toTheQueueOnce(line);
            });
            String reference = ring();
            waitFor("talks", () -> state(reference).equals("TALKING"));
            Sipp.Running call = Sipp.caller(exchange).dial().pause(60_000).start();
            waitFor("waits", () -> line().size() == 1);
            exchange.kill();
            waitFor("is noticed", () -> link() == Status.DOWN);
            exchange.launch();
            long back = System.nanoTime();
            waitFor("is back", () -> link() == Status.UP);
            assertThat(Duration.ofNanos(System.nanoTime() - back)).isLessThan(Duration.ofSeconds(30));
            waitFor("seated again", () -> members().contains("truc-2"));
            waitFor("nobody waits in the table", () -> line().isEmpty() && !wishes().isEmpty());
            assertThat(wishes()).extracting(Wish::phone).containsExactly(CALLER);
            assertThat(settled(reference)).isEqualTo(Result.ANSWERED);
            waitFor("no call lives in the table", () -> count("voice_live_call") == 0);
            call.process().destroyForcibly();
        } finally {
            seat("truc-2", false);
        }
    }

    private static <T> Optional<Reason> refusal(Class<T> face, Function<T, Optional<Reason>> order) {
        return house.ask(face, order);
    }

    private static Status link() {
        return house.get(AmiLink.class).state().status();
    }

    private static void seat(String device, boolean present) throws Exception {
        assertThat(refusal(OperatorPresence.class, all -> all.set("ha", device, present)))
                .isEmpty();
        waitFor("the seat of " + device, () -> members().contains(device) == present);
    }

    private static String members() throws IOException, InterruptedException {
        return exchange.ask("queue show operators");
    }

    private static List<WaitingCaller> line() {
        return house.ask(WaitingLine.class, WaitingLine::now);
    }

    private static Optional<WaitingCaller> with(String device) {
        return house.ask(WaitingLine.class, all -> all.with(device));
    }

    private static List<Wish> wishes() {
        return house.ask(CallbackBook.class, book -> book.waiting(LocalDate.of(2000, 1, 1), 0, 100));
    }

    private static String reference() {
        return "survey-test-" + NUMBERS.incrementAndGet();
    }

    private static String ring() {
        String reference = reference();
        assertThat(refusal(Dialer.class, dialer -> dialer.ring(CITIZEN, "survey", reference)))
                .isEmpty();
        return reference;
    }

    /** A fact is heard of before its transaction is committed: who looks at the tables after it must wait. */
    private static int count(String rows) {
        return house.tx(() -> Integer.parseInt(house.entityManager()
                .createNativeQuery("select count(*) from " + rows)
                .getSingleResult()
                .toString()));
    }

    private static String state(String reference) {
        return house.tx(() -> house.entityManager()
                .createNativeQuery("select state from voice_order where reference = '" + reference + "'")
                .getSingleResult()
                .toString());
    }

    private static Result settled(String reference) throws Exception {
        waitFor("the order " + reference, () -> result(reference).isPresent());
        return result(reference).orElseThrow();
    }

    private static Optional<Result> result(String reference) {
        return house.get(FactLog.class).of(CallSettled.class).stream()
                .filter(fact -> fact.reference().equals(reference))
                .map(CallSettled::result)
                .findFirst();
    }

    private static void waitFor(String what, Callable<Boolean> condition) throws Exception {
        boolean came = Gateway.await(Duration.ofSeconds(40), () -> {
            try {
                return condition.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(came).as(what).isTrue();
    }
}
