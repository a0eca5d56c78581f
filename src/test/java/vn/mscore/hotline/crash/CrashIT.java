package vn.mscore.hotline.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.mscore.hotline.house.Air;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.TestDatabase;
import vn.mscore.hotline.sms.smpp.Centre;

/**
 * P1, P3, P6: all rooms die again and again, at named places and at random moments, while citizens write by modem and by
 * SMPP; in the end the checker compares what the simulators saw with the database.
 *
 * <p>{@code -Dcrash.seed=N} repeats a run; {@code -Dcrash.each=20 -Dcrash.kills=1000} is the long one ({@code -Pcrash}); after
 * {@code -Dcrash.minutes} nobody is killed any more, and what there is is settled and compared. {@code -Dcrash.fire=90} is how
 * many seconds a place has to be reached.
 * Seeds that once found something are rows of {@code crash/seeds.tsv} and are run again each time.
 */
class CrashIT {
    private static final Logger LOG = Logger.getLogger(CrashIT.class.getName());
    private static final int EACH = Integer.getInteger("crash.each", 0);
    private static final int KILLS = Integer.getInteger("crash.kills", 1);
    private static final int FEW = Integer.getInteger("crash.few", 4);
    private static final int MINUTES = Integer.getInteger("crash.minutes", 24 * 60);
    private static final Duration MUST_FIRE = Duration.ofSeconds(Integer.getInteger("crash.fire", 90));
    private static final int LONGEST_LIFE_MILLIS = 3_000;
    private static final int HIGHEST_NTH = 6;
    private static final int IN_FLIGHT = 5;
    // A text in hand at each death is sent again, up to so often.
    private static final int MOST_COPIES = 5;
    private static final long PAUSE_MILLIS = 60;
    private static final Duration RESEND_AFTER = Duration.ofSeconds(5);

    private final Path home = Gateway.freshFolder("crash");
    private final Map<String, Integer> fired = new TreeMap<>();
    private final List<String> silent = new ArrayList<>();
    private int kills;

    static LongStream seeds() throws IOException {
        Long given = Long.getLong("crash.seed");
        long own = given == null ? new Random().nextInt(1_000_000) : given;
        return LongStream.concat(
                LongStream.of(own),
                lines("/crash/seeds.tsv").stream().mapToLong(line -> Long.parseLong(line.split("\t")[0])));
    }

    static List<String> lines(String resource) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(CrashIT.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsLostDoubledOrPromisedTooEarly(long seed) throws Exception {
        Random random = new Random(seed);
        List<String> plan = plan(random);
        LOG.info(() -> plan.size() + " deaths with seed " + seed);
        TestDatabase.Schema schema = TestDatabase.fresh();
        Path histories = Files.createDirectories(home.resolve("histories"));
        BookReader.Database database = BookReader.Database.of(schema);
        try (Air air = new Air(histories.resolve("modem.jsonl"));
                Centre centre = new Centre();
                HistoryFile file = new HistoryFile(histories.resolve("centre.jsonl"));
                Witness witness = new Witness(database, home.resolve("var"), file);
                Traffic traffic = new Traffic(air, centre, file, witness, PAUSE_MILLIS);
                VictimProcess victim =
                        new VictimProcess(home, schema, HouseSettings.of(home, air, centre, RESEND_AFTER))) {
            witness.watch(air);
            traffic.start();
            long end = System.nanoTime() + Duration.ofMinutes(MINUTES).toNanos();
            for (int i = 0; i < plan.size() && System.nanoTime() < end; i++) {
                die(victim, plan.get(i), random);
                witness.faults.rethrow();
            }
            victim.start("");
            traffic.enough(60_000);
            boolean settled = settles(witness, traffic);
            if (settled) {
                Settled.await(histories, database, home.resolve("var"));
            }
            boolean lives = !victim.diesWithin(Duration.ofSeconds(2));
            victim.kill();
            report(database, histories, traffic, seed);
            assertThat(settled)
                    .as("%d of %d citizens have an answer, seed %d", witness.answered(), traffic.citizens(), seed)
                    .isTrue();
            assertThat(lives).as("it lives: %s", victim.output()).isTrue();
        }
    }

    /** Every point of the list so often as asked for, else a few of them; and kills at random moments. */
    private static List<String> plan(Random random) throws IOException {
        List<String> points = new ArrayList<>(lines("/crash/points.tsv"));
        List<String> plan = new ArrayList<>();
        if (EACH == 0) {
            Collections.shuffle(points, random);
            plan.addAll(points.subList(0, Math.min(FEW, points.size())));
        }
        for (int i = 0; i < EACH; i++) {
            plan.addAll(points);
        }
        for (int i = 0; i < KILLS; i++) {
            plan.add("");
        }
        Collections.shuffle(plan, random);
        return plan;
    }

    private void die(VictimProcess victim, String point, Random random) throws Exception {
        victim.start(point.isEmpty() ? "" : point + ":halt:" + (1 + random.nextInt(HIGHEST_NTH)));
        assertThat(victim.awaitReady()).as("it starts: %s", victim.output()).isTrue();
        if (point.isEmpty()) {
            Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
            victim.kill();
            kills++;
        } else if (victim.diesWithin(MUST_FIRE)) {
            assertThat(victim.exitCode()).as("%s: %s", point, victim.output()).isEqualTo(137);
            fired.merge(point, 1, Integer::sum);
        } else {
            victim.kill();
            silent.add(point);
        }
    }

    /** Whether everybody has an answer in time. What did not settle is compared all the same: then it is known what is missing. */
    private static boolean settles(Witness witness, Traffic traffic) throws InterruptedException {
        Duration limit = Duration.ofSeconds(90 + traffic.written() / 10);
        return Gateway.await(limit, () -> witness.answered() >= traffic.citizens());
    }

    private void report(BookReader.Database database, Path histories, Traffic traffic, long seed) throws Exception {
        int deaths = kills + fired.values().stream().mapToInt(n -> n).sum() + silent.size();
        Checker.Terms terms = new Checker.Terms(deaths * IN_FLIGHT, MOST_COPIES, true, true, 5, true);
        Books books = BookReader.read(database, home.resolve("var"));
        List<HistoryEvent> events = Histories.read(histories);
        List<Finding> findings = Checker.check(events, books, terms);
        long copies = events.stream()
                .filter(e -> e.kind() == HistoryEvent.Kind.SUBMITTED)
                .count();
        LOG.info(() -> "seed " + seed + ": " + traffic.written() + " messages, " + copies + " texts sent, " + kills
                + " kills, points " + fired + ", never reached " + silent + ", findings " + findings.size());
        assertThat(findings).as("seed %d", seed).isEmpty();
        assertThat(silent).as("points that were not reached, seed %d", seed).isEmpty();
    }
}
