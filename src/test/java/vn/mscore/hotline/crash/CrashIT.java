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
 * <p>{@code -Dcrash.seed=N} draws the same deaths again as long as the places and {@code -Dcrash.each} and {@code -Dcrash.kills}
 * are the same; {@code -Dcrash.deaths=PLACE:NTH,kill@MILLIS,...}, as a failure prints them, repeats them whatever has changed
 * since. {@code -Dcrash.each=20 -Dcrash.kills=1000} is the long one ({@code -Pcrash}); after
 * {@code -Dcrash.minutes} nobody is killed any more, and what there is is settled and compared. {@code -Dcrash.fire=90} is how
 * many seconds a place has to be reached.
 * Deaths that once found something are rows of {@code crash/deaths.tsv} and are died again each time.
 */
class CrashIT {
    private static final Logger LOG = Logger.getLogger(CrashIT.class.getName());
    private static final int EACH = Integer.getInteger("crash.each", 0);
    private static final int KILLS = Integer.getInteger("crash.kills", 1);
    private static final int FEW = Integer.getInteger("crash.few", 4);
    private static final int MINUTES = Integer.getInteger("crash.minutes", 24 * 60);
    private static final Duration MUST_FIRE = Duration.ofSeconds(Integer.getInteger("crash.fire", 90));
    private static final String KILL = "kill@";
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
    private final List<String> died = new ArrayList<>();
    private int kills;

    /**
     * A run.
     *
     * @param deaths one after the other: {@code PLACE:NTH}, the process dies when it comes there for the NTH time, or
     *     {@code kill@MILLIS} after its services run
     */
    record Run(String name, List<String> deaths) {
        static Run of(String name, String deaths) {
            return new Run(name, List.of(deaths.split(",")));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Run> runs() throws IOException {
        String literal = System.getProperty("crash.deaths");
        if (literal != null) {
            return List.of(Run.of("the deaths given", literal));
        }
        List<Run> runs = new ArrayList<>();
        long seed = Long.getLong("crash.seed", EACH > 0 ? new Random().nextInt(1_000_000) : 1);
        runs.add(new Run("seed " + seed, deaths(new Random(seed))));
        lines("/crash/deaths.tsv").stream()
                .map(line -> line.split("\t"))
                .forEach(cells -> runs.add(Run.of(cells[1], cells[0])));
        return runs;
    }

    static List<String> lines(String resource) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(CrashIT.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("runs")
    void nothingIsLostDoubledOrPromisedTooEarly(Run run) throws Exception {
        LOG.info(() -> run + ": " + run.deaths().size() + " deaths");
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
            for (int i = 0; i < run.deaths().size() && System.nanoTime() < end; i++) {
                die(victim, run.deaths().get(i));
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
            report(database, histories, traffic, run);
            assertThat(settled)
                    .as("%d of %d citizens have an answer, %s", witness.answered(), traffic.citizens(), again(run))
                    .isTrue();
            assertThat(lives).as("it lives: %s", victim.output()).isTrue();
        }
    }

    /** Every point of the list so often as asked for, else a few of them; and kills at random moments. */
    private static List<String> deaths(Random random) throws IOException {
        List<String> points = new ArrayList<>(lines("/crash/points.tsv"));
        List<String> plan = new ArrayList<>();
        if (EACH == 0) {
            Collections.shuffle(points, random);
            plan.addAll(points.subList(0, Math.min(FEW, points.size())));
        }
        for (int i = 0; i < EACH; i++) {
            plan.addAll(points);
        }
        plan.replaceAll(point -> point + ":" + (1 + random.nextInt(HIGHEST_NTH)));
        for (int i = 0; i < KILLS; i++) {
            plan.add(KILL + random.nextInt(LONGEST_LIFE_MILLIS));
        }
        Collections.shuffle(plan, random);
        return plan;
    }

    private void die(VictimProcess victim, String death) throws Exception {
        boolean kill = death.startsWith(KILL);
        String point = death.split(":")[0];
        victim.start(kill ? "" : death.replace(":", ":halt:"));
        assertThat(victim.awaitReady()).as("it starts: %s", victim.output()).isTrue();
        died.add(death);
        if (kill) {
            Thread.sleep(Long.parseLong(death.substring(KILL.length())));
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

    /** How these deaths are died again, and the row that makes a regression of them. */
    private String again(Run run) {
        return run + ": -Dcrash.deaths=" + String.join(",", died);
    }

    /** Whether everybody has an answer in time. What did not settle is compared all the same: then it is known what is missing. */
    private static boolean settles(Witness witness, Traffic traffic) throws InterruptedException {
        Duration limit = Duration.ofSeconds(90 + traffic.written() / 10);
        return Gateway.await(limit, () -> witness.answered() >= traffic.citizens());
    }

    private void report(BookReader.Database database, Path histories, Traffic traffic, Run run) throws Exception {
        int deaths = kills + fired.values().stream().mapToInt(n -> n).sum() + silent.size();
        Checker.Terms terms = new Checker.Terms(deaths * IN_FLIGHT, MOST_COPIES, true, true, 5, true);
        Books books = BookReader.read(database, home.resolve("var"));
        List<HistoryEvent> events = Histories.read(histories);
        List<Finding> findings = Checker.check(events, books, terms);
        long copies = events.stream()
                .filter(e -> e.kind() == HistoryEvent.Kind.SUBMITTED)
                .count();
        LOG.info(() -> run + ": " + traffic.written() + " messages, " + copies + " texts sent, " + kills
                + " kills, points " + fired + ", never reached " + silent + ", findings " + findings.size());
        assertThat(findings).as(again(run)).isEmpty();
        assertThat(silent).as("points that were not reached, %s", again(run)).isEmpty();
    }
}
