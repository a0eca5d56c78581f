package vn.mscore.hotline.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import vn.mscore.hotline.house.Air;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.TestDatabase;
import vn.mscore.hotline.sms.SmsSums;
import vn.mscore.hotline.sms.simulator.Switch;
import vn.mscore.hotline.sms.smpp.Centre;

/** All rooms in the test's own process, with a modem, a centre, histories and the witness around them. */
final class LivingHouse implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int IN_FLIGHT = 5;
    private static final Duration RESEND_AFTER = Duration.ofSeconds(2);

    private final Path home = Gateway.freshFolder("living");
    private final Path histories;
    private final Air air;
    private final Centre centre;
    private final HistoryFile file;
    private final House house;
    private final Witness witness;
    private final Traffic traffic;
    private final Thread jobs;
    private int written;

    LivingHouse(Clock clock) throws Exception {
        histories = Files.createDirectories(home.resolve("histories"));
        air = new Air(histories.resolve("modem.jsonl"));
        centre = new Centre();
        file = new HistoryFile(histories.resolve("centre.jsonl"));
        house = House.openWith(clock, HouseSettings.of(home, air, centre, RESEND_AFTER), Victim.Rooms.class);
        witness = new Witness(database(), var(), file);
        traffic = new Traffic(air, centre, file, witness, 0);
        witness.watch(air);
        Victim.Rooms rooms = house.get(Victim.Rooms.class);
        rooms.start();
        jobs = new Thread(() -> work(rooms), "jobs");
        jobs.start();
    }

    private static void work(Victim.Rooms rooms) {
        try {
            rooms.work();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where the simulators write. */
    Path histories() {
        return histories;
    }

    /** The folder of the gateway. */
    Path var() {
        return home.resolve("var");
    }

    /** Its tables, to be broken behind its back. */
    TestDatabase.Schema schema() {
        return house.schema();
    }

    BookReader.Database database() {
        return BookReader.Database.of(house.schema());
    }

    private static String phone(int number) {
        return String.format(Locale.ROOT, "+8491%07d", number);
    }

    /** A short and a long text by the modem. */
    void writeByModem() {
        air.text(phone(written), "PA duong thon " + written + " bi hu nang");
        written++;
        air.text(
                phone(written),
                "PA duong thon " + written + " bi hu nang" + ", de nghi xa cho nguoi xem lai".repeat(6));
        written++;
    }

    /** A text by the centre, handed over until it is taken. */
    void writeBySmpp() throws InterruptedException {
        String words = "PA den duong thon " + written + " khong sang";
        String phone = phone(written++);
        file.note("handed", words, "", 0);
        Gateway.await(LIMIT, () -> traffic.handed(phone, words));
    }

    /** The network of the modem puts every text off, or no more. */
    void refuseByModem(boolean refuses) {
        air.turn(Switch.SUBMIT_ERROR, refuses ? 100 : 0);
    }

    /** Whether two answers wait, put off. */
    boolean waits() throws InterruptedException {
        return Gateway.await(LIMIT, () -> house.schema()
                .column("select count(*) from sms_outbox where state = 'NEW' and attempts > 0")
                .equals(List.of("2")));
    }

    /** Whether everybody has an answer in time. */
    boolean settles() throws InterruptedException {
        return Gateway.await(LIMIT, () -> witness.answered() == written);
    }

    /** How many have one, of how many. */
    String score() {
        return witness.answered() + " of " + written + " answered";
    }

    /** What the checker says after {@code faults} faults. */
    List<Finding> check(int faults) throws Exception {
        // A text of unknown fate goes out once more after that.
        Thread.sleep(RESEND_AFTER.multipliedBy(2).toMillis());
        Settled.await(histories, database(), var());
        SmsSums.Sums sums = house.get(SmsSums.class).since(Instant.EPOCH);
        assertThat(sums.addUp()).as("what the gateway itself says: %s", sums).isTrue();
        Books books = BookReader.read(database(), var());
        return Checker.check(
                Histories.read(histories), books, new Checker.Terms(faults * IN_FLIGHT, 2, true, true, 5, true));
    }

    @Override
    public void close() throws Exception {
        jobs.interrupt();
        jobs.join(LIMIT.toMillis());
        house.get(Victim.Rooms.class).stop();
        house.close();
        witness.close();
        file.close();
        centre.close();
        air.close();
    }
}
