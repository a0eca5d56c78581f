package vn.mscore.hotline.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import vn.mscore.hotline.house.Air;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.TestDatabase;
import vn.mscore.hotline.sms.smpp.Centre;

/**
 * All rooms in a process, with a modem and a centre that write histories, for tests in which something is taken away from
 * the gateway: its database, its disk, its files.
 */
final class AwayHouse implements AutoCloseable {
    static final Duration A_MINUTE = Duration.ofSeconds(60);
    static final int SLOTS = 50;
    static final int LEFT_ON_SIM = SLOTS * 70 / 100;

    private static final Duration LONG_START = Duration.ofSeconds(120);
    private static final Duration RESEND_AFTER = Duration.ofSeconds(5);
    private static final Duration RESENT = RESEND_AFTER.plusSeconds(1);
    private static final int MOST_COPIES = 2;
    private static final int ANSWERS_IN_TEN_MINUTES = 5;

    final Path home;
    final Air air;
    final Centre centre;
    final VictimProcess victim;

    final Path histories;
    private final HistoryFile file;
    private final TestDatabase.Schema schema;
    private final Witness witness;
    private final boolean witnessed;
    private final Traffic traffic;
    private int written;

    /** Not started yet; the process sees its database as {@code seen}, the witness as {@code schema} all the time. */
    AwayHouse(String name, TestDatabase.Schema schema, TestDatabase.Schema seen, Map<String, String> more)
            throws Exception {
        this(name, schema, seen, more, true);
    }

    private AwayHouse(
            String name,
            TestDatabase.Schema schema,
            TestDatabase.Schema seen,
            Map<String, String> more,
            boolean witnessed)
            throws Exception {
        this.schema = schema;
        this.witnessed = witnessed;
        home = Gateway.freshFolder(name);
        histories = Files.createDirectories(home.resolve("histories"));
        air = new Air(histories.resolve("modem.jsonl"));
        centre = new Centre();
        file = new HistoryFile(histories.resolve("centre.jsonl"));
        witness = witnessed ? new Witness(database(), var(), file) : Witness.ofAnswers(var(), file);
        witness.watch(air);
        traffic = new Traffic(air, centre, file, witness, 0);
        Map<String, String> settings = HouseSettings.of(home, air, centre, RESEND_AFTER);
        settings.putAll(more);
        victim = new VictimProcess(home, seen, settings);
    }

    /** One whose database itself goes away: nobody looks into it at the moment of an answer. */
    static AwayHouse unwitnessed(String name, TestDatabase.Schema schema) throws Exception {
        return new AwayHouse(name, schema, schema, Map.of(), false);
    }

    /** Another machine in its place, with the same modem and centre, not started yet; the other one is dead. */
    VictimProcess successor(TestDatabase.Schema seen, Path var) throws IOException {
        Map<String, String> settings = HouseSettings.of(home, air, centre, RESEND_AFTER);
        settings.put("hotline.var", var.toString());
        return new VictimProcess(Files.createDirectories(home.resolve("successor")), seen, settings);
    }

    /** What the lines saw until now. */
    List<HistoryEvent> seen() throws IOException {
        return Histories.read(histories);
    }

    private BookReader.Database database() {
        return BookReader.Database.of(schema);
    }

    private Path var() {
        return home.resolve("var");
    }

    /** Starts with {@code failpoint} armed, with none when it is empty, and waits until its services run. */
    void start(String failpoint) throws Exception {
        victim.start(failpoint);
        assertThat(victim.awaitReady() && victim.isReady()).as(victim.output()).isTrue();
    }

    /** Waits for both lines: one that has not begun when its database goes away does not begin. */
    void awaitLines() throws InterruptedException {
        assertThat(Gateway.await(LONG_START, () -> Stream.of("first", "op")
                        .allMatch(line -> victim.output().contains("line " + line + ": READY"))))
                .as(victim.output())
                .isTrue();
    }

    /** So many citizens text the modem. */
    void write(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            air.text(phone(), "PA duong thon " + written + " bi hu nang");
            written++;
            Thread.sleep(5);
        }
    }

    private String phone() {
        return String.format(Locale.ROOT, "+8491%07d", written);
    }

    /**
     * The centre hands over, once, a text that must be refused; the status it gets. It is in no history and nobody counts it
     * as written: were it taken, the checker would know of nobody who sent it.
     */
    int deliver(String words) throws Exception {
        return centre.deliver("84987654321", words);
    }

    /** A citizen whose centre hands his text over, meanwhile, until it is taken; whether it was. */
    CompletableFuture<Boolean> handOver(Duration limit) throws IOException {
        String phone = phone();
        String words = "PA den duong thon " + written + " khong sang";
        written++;
        file.note("handed", words, "", 0);
        return CompletableFuture.supplyAsync(() -> taken(limit, phone, words), AwayHouse::again);
    }

    private static void again(Runnable work) {
        Thread thread = new Thread(work, "centre-again");
        thread.setDaemon(true);
        thread.start();
    }

    private boolean taken(Duration limit, String phone, String words) {
        try {
            return Gateway.await(limit, () -> traffic.handed(phone, words));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How many wrote. */
    int written() {
        return written;
    }

    /** How many have an answer; throws when something was not witnessed. */
    int answered() {
        return witness.answered();
    }

    /** Whether everybody who wrote has an answer in time. */
    boolean settles(Duration limit) throws InterruptedException {
        return Gateway.await(limit, () -> answered() >= written);
    }

    /** How far it is, for whoever reads a failure. */
    String score() {
        return answered() + " of " + written + " answered, " + onSim() + " on the SIM, " + spooled() + " in the spool; "
                + lastWords();
    }

    private String lastWords() {
        String output = victim.output();
        return output.substring(Math.max(0, output.length() - 2000));
    }

    /** What was delivered to the SIM and not deleted from it. */
    long onSim() {
        try {
            List<HistoryEvent> events = Histories.read(histories);
            return count(events, HistoryEvent.Kind.DELIVERED) - count(events, HistoryEvent.Kind.DELETED);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(List<HistoryEvent> events, HistoryEvent.Kind kind) {
        return events.stream().filter(event -> event.kind() == kind).count();
    }

    Path spool() {
        return home.resolve("var/spool/sms");
    }

    long spooled() {
        try (Stream<Path> files = Files.list(spool())) {
            return files.filter(f -> f.toString().endsWith(".sms")).count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The end of every test: nothing waits, a text of unknown fate had its time to go out once more, all is settled, the
     * process lives; then it is killed and nothing is found wrong. Before that it died {@code deaths} times, and
     * {@code doubles} texts were in flight when something went away.
     */
    void end(int doubles, int deaths) throws Exception {
        assertThat(Gateway.await(A_MINUTE, () -> spooled() == 0)).as(score()).isTrue();
        Thread.sleep(RESENT.toMillis());
        Settled.await(histories, database(), var());
        assertThat(victim.isAlive()).as(score()).isTrue();
        victim.kill();
        assertThat(answered()).as(score()).isEqualTo(written);
        Books books = BookReader.read(database(), var());
        assertThat(books.messages()).hasSize(written);
        putAside(deaths);
        Checker.Terms terms = new Checker.Terms(doubles, MOST_COPIES, true, true, ANSWERS_IN_TEN_MINUTES, witnessed);
        assertThat(Checker.check(Histories.read(histories), books, terms)).isEmpty();
    }

    /** A draft that a death cut short has its message on the SIM, nothing was promised of it: one a death, and no other file. */
    private void putAside(int deaths) throws IOException {
        try (Stream<Path> aside = Files.list(spool().resolve("quarantine"))) {
            List<Path> files = aside.toList();
            assertThat(files).allMatch(file -> file.toString().endsWith(".draft"));
            assertThat(files).hasSizeLessThanOrEqualTo(deaths);
        }
    }

    @Override
    public void close() throws Exception {
        try (air;
                centre;
                file;
                witness) {
            victim.close();
        }
    }
}
