package vn.mscore.hotline.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jsmpp.bean.SubmitSm;
import vn.mscore.hotline.house.Air;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.TestDatabase;
import vn.mscore.hotline.sms.simulator.PhoneMessage;
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
    private static final int MOST_COPIES = 2;
    private static final int ANSWERS_IN_TEN_MINUTES = 5;

    final Path home;
    final Air air;
    final Centre centre;
    final HistoryFile file;
    final VictimProcess victim;

    final Path histories;
    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private int written;

    /** Not started yet; the process sees its database as {@code seen}. */
    AwayHouse(String name, TestDatabase.Schema seen, Map<String, String> more) throws Exception {
        home = Gateway.freshFolder(name);
        histories = Files.createDirectories(home.resolve("histories"));
        air = new Air(histories.resolve("modem.jsonl"));
        centre = new Centre();
        centre.status = this::submitted;
        file = new HistoryFile(histories.resolve("centre.jsonl"));
        air.watch(this::saw);
        Map<String, String> settings = new HashMap<>(settings());
        settings.putAll(more);
        victim = new VictimProcess(home, seen, settings);
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("hotline.var", home.resolve("var").toString());
        settings.put("hotline.sms.modems", "first=" + air.address());
        settings.put("hotline.sms.modem.first.pace", "50/s");
        settings.put("hotline.sms.modem.first.dailycap", "1000000");
        settings.put("hotline.sms.smpp", "op=" + centre.address("?window=4"));
        settings.put("hotline.sms.smpp.op.password", "geheim");
        settings.put("hotline.sms.smpp.op.pace", "50/s");
        settings.put("hotline.sms.smpp.op.dailycap", "1000000");
        settings.put("hotline.sms.unknown.resendAfter", "5");
        settings.put("hotline.reply.global.day", "1000000");
        return settings;
    }

    /** Another machine in its place, with the same modem and centre, not started yet; the other one is dead. */
    VictimProcess successor(TestDatabase.Schema seen, Path var) throws IOException {
        Map<String, String> settings = new HashMap<>(settings());
        settings.put("hotline.var", var.toString());
        return new VictimProcess(Files.createDirectories(home.resolve("successor")), seen, settings);
    }

    /** What the lines saw until now. */
    List<HistoryEvent> seen() throws IOException {
        return Histories.read(histories);
    }

    private void saw(PhoneMessage message) {
        if (message.direction() == PhoneMessage.Direction.RECEIVED && message.stage() == PhoneMessage.Stage.SUBMITTED) {
            answered.add(message.phone());
        }
    }

    private int submitted(SubmitSm sms) {
        String phone = "+" + sms.getDestAddress().replaceFirst("^\\+", "");
        file.note("submitted", new String(sms.getShortMessage(), StandardCharsets.ISO_8859_1), phone, 0);
        answered.add(phone);
        return 0;
    }

    /** Starts with {@code failpoint} armed, with none when it is empty, and waits until its lines run. */
    void start(String failpoint) throws Exception {
        victim.start(failpoint);
        assertThat(victim.awaitReady()).isTrue();
        assertThat(Gateway.await(LONG_START, () -> victim.output().contains("READY")))
                .as(victim.output())
                .isTrue();
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

    /** A citizen whose centre hands his text over once; the status it gets. He counts as one who wrote. */
    int deliver(String words) throws Exception {
        return centre.deliver("84987654321", words);
    }

    /** A citizen whose centre hands his text over, meanwhile, until it is taken; whether it was. */
    CompletableFuture<Boolean> handOver(Duration limit) throws IOException {
        String phone = phone();
        String words = "PA den duong thon " + written + " khong sang";
        written++;
        file.note("handed", words, "", 0);
        CompletableFuture<Boolean> taken = new CompletableFuture<>();
        Thread thread = new Thread(() -> taken.complete(taken(limit, phone, words)), "centre-again");
        thread.setDaemon(true);
        thread.start();
        return taken;
    }

    private boolean taken(Duration limit, String phone, String words) {
        try {
            return Gateway.await(limit, () -> handed(phone, words));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean handed(String phone, String words) {
        try {
            int status = centre.deliver(phone.substring(1), words);
            file.note("answered", words, "", status);
            return status == 0;
        } catch (Exception e) {
            return false;
        }
    }

    int written() {
        return written;
    }

    int answered() {
        return answered.size();
    }

    /** Whether everybody who wrote has an answer in time. */
    boolean settles(Duration limit) throws InterruptedException {
        return Gateway.await(limit, () -> answered.size() >= written);
    }

    /** How far it is, for whoever reads a failure. */
    String score() {
        return answered.size() + " of " + written + " answered, " + onSim() + " on the SIM, " + spooled()
                + " in the spool; " + lastWords();
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

    /** What the checker says of histories and tables; {@code opened} looks at the database from outside. */
    List<Finding> check(TestDatabase.Schema opened, int doubles) throws Exception {
        BookReader.Database database = new BookReader.Database(opened.url(), opened.user(), opened.password());
        Books books = BookReader.read(database, home.resolve("var"));
        assertThat(books.messages()).hasSize(written);
        // A draft that a death cut short has its message on the SIM: nothing was promised of it.
        try (Stream<Path> aside = Files.list(spool().resolve("quarantine"))) {
            assertThat(aside.filter(file -> !file.toString().endsWith(".draft")))
                    .isEmpty();
        }
        return Checker.check(
                Histories.read(histories),
                books,
                new Checker.Terms(doubles, MOST_COPIES, true, true, ANSWERS_IN_TEN_MINUTES));
    }

    @Override
    public void close() throws Exception {
        victim.close();
        file.close();
        centre.close();
        air.close();
    }
}
