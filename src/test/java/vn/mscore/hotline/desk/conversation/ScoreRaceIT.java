package vn.mscore.hotline.desk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.house.TestDatabase.Schema;
import vn.mscore.hotline.score.RecordScore;
import vn.mscore.hotline.score.RecordScore.Channel;
import vn.mscore.hotline.score.RecordScore.NewScore;
import vn.mscore.hotline.score.RecordScore.Proof;

/**
 * Security row 137, scores: one number marks one dossier twice at the same moment, on one node or on two that share nothing
 * but the database. One mark stands, the other is in its history, and both are told that theirs is written down.
 */
class ScoreRaceIT {
    /** Races in all; 10,000 with {@code -Dhotline.race.rounds=10000}. */
    private static final int ROUNDS = Integer.getInteger("hotline.race.rounds", 400);

    private static final Instant MORNING = Instant.parse("2026-08-17T02:30:00Z");
    /** Of keypads at most sixty may look up in a minute. */
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(2);

    /** All answers of a run go to numbers of one block on one day. */
    private static final Map<String, String> ANSWERS =
            Map.of("hotline.reply.prefix.day", "1000000", "hotline.reply.global.day", "1000000");

    private static final long SPREAD_NANOS = 3_000_000;
    private static final int STANDING = 7;
    private static final int LEFT = 8;
    private static final int RIGHT = 9;

    private static final List<String> AFTER_A_ROUND = List.of(
            "score_history", "score_comment", "score", "desk_dialogue", "citizen_limit", "sms_outbox", "console_event");

    private static HouseStage stage;
    private static ScoringNode one;
    private static ScoringNode two;
    private static MovingClock later;

    private final CyclicBarrier both = new CyclicBarrier(2);
    private final Random random = new Random(137);

    /** Who meets whom. */
    private enum Race {
        A_TEXT_AND_A_CALL(true, false, false),
        A_TEXT_AND_A_CALL_ON_TWO_NODES(true, false, true),
        TWO_TEXTS_ON_TWO_NODES(true, true, true),
        TWO_CALLS_ON_TWO_NODES(false, false, true);

        private final boolean leftWrites;
        private final boolean rightWrites;
        private final boolean apart;

        Race(boolean leftWrites, boolean rightWrites, boolean apart) {
            this.leftWrites = leftWrites;
            this.rightWrites = rightWrites;
            this.apart = apart;
        }
    }

    @BeforeAll
    static void open() {
        stage = new HouseStage(MORNING, Map.of());
        stage.unit(
                "KS-TTPVHCC",
                Map.of(
                        "name", "TT PVHCC xã Khe Sanh",
                        "shortName", "TT PVHCC xa Khe Sanh",
                        "kind", "ONE_STOP",
                        "identifiers", "H50.15"));
        stage.dossier(
                ScoringNode.CODE,
                Map.of(
                        "unit", "KS-TTPVHCC",
                        "procedure", "A",
                        "field", "DDAI",
                        "receivedAt", "2026-08-03T08:15",
                        "dueAt", "2026-08-14T17:00",
                        "status", "RETURNED",
                        "returnedAt", "2026-08-14T09:00",
                        "phone", "0912345678"));
        later = new MovingClock(MORNING.plus(Duration.ofMinutes(1)));
        // As in production; the other keeps to what it read first and is told when that has changed, as newer databases
        // do.
        two = node(later, "transaction_isolation='READ-COMMITTED'");
        one = node(stage.clock(), "innodb_snapshot_isolation=ON");
    }

    private static ScoringNode node(MovingClock clock, String session) {
        Schema schema = stage.house().schema();
        Schema same = new Schema(
                schema.name(), schema.url() + "?sessionVariables=" + session, schema.user(), schema.password());
        return new ScoringNode(House.reopenWith(clock, ANSWERS, same, Telephone.DOUBLES), clock);
    }

    @AfterAll
    static void close() {
        one.house().close();
        two.house().close();
        stage.close();
    }

    @Test
    void row137OfTwoMarksAtTheSameMomentOneShouldStandAndNoneBeLost() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<String> faults = new ArrayList<>();
        int doubles = 0;
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Race race = Race.values()[round / 2 % Race.values().length];
                boolean again = round % 2 == 1;
                clean(again);
                run(race, again, threads).forEach(fault -> faults.add(race + (again ? " again: " : ": ") + fault));
                doubles += marks("score").size() > 1 ? 1 : 0;
                if (!kept().equals(again ? List.of(STANDING, LEFT, RIGHT) : List.of(LEFT, RIGHT))) {
                    faults.add(race + " kept " + kept());
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(doubles).as("doubles in %s races", ROUNDS).isZero();
        assertThat(faults).as("faults in %s races", ROUNDS).isEmpty();
    }

    private List<String> run(Race race, boolean again, ExecutorService threads)
            throws InterruptedException, TimeoutException {
        ScoringNode other = race.apart ? one : two;
        both.reset();
        List<Future<Boolean>> sides = List.of(
                threads.submit(side(two, race.leftWrites, LEFT, again)),
                threads.submit(side(other, race.rightWrites, RIGHT, again)));
        List<String> faults = new ArrayList<>();
        for (Future<Boolean> side : sides) {
            try {
                if (!side.get(60, TimeUnit.SECONDS)) {
                    faults.add("was not told that the mark is written down");
                }
            } catch (ExecutionException e) {
                faults.add(e.getCause().toString());
            }
        }
        return faults;
    }

    private Callable<Boolean> side(ScoringNode node, boolean writes, int points, boolean again) {
        long late = (long) (random.nextDouble() * SPREAD_NANOS);
        Runnable moment = () -> {
            meet();
            LockSupport.parkNanos(late);
        };
        return () -> writes ? node.text(points, moment) : node.call(points, again, moment);
    }

    private void meet() {
        try {
            both.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void clean(boolean again) {
        stage.clock().advance(BETWEEN_ROUNDS);
        later.advance(BETWEEN_ROUNDS);
        stage.house()
                .schema()
                .change(AFTER_A_ROUND.stream()
                        .map(table -> "delete from " + table)
                        .toArray(String[]::new));
        if (again) {
            NewScore standing = new NewScore(
                    ScoringNode.LAN, new DossierCode(ScoringNode.CODE), STANDING, Channel.SMS, Proof.REGISTERED_PHONE);
            two.house().ask(RecordScore.class, scores -> scores.record(standing));
        }
    }

    private static List<Integer> marks(String table) {
        return stage.house().schema().column("select points from " + table).stream()
                .map(Integer::valueOf)
                .toList();
    }

    /** Every mark that stands or stood, in the order of their points. */
    private static List<Integer> kept() {
        List<Integer> all = new ArrayList<>(marks("score"));
        all.addAll(marks("score_history"));
        return all.stream().sorted().toList();
    }
}
