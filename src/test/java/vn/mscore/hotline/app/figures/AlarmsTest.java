package vn.mscore.hotline.app.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.mscore.hotline.app.figures.Alarms.Kind;
import vn.mscore.hotline.desk.EnumerationAlarm.EnumerationSuspected;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Callers;
import vn.mscore.hotline.platform.ClockApart;
import vn.mscore.hotline.platform.ClockLeap;
import vn.mscore.hotline.platform.NodeName;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.UnguardedScreens;
import vn.mscore.hotline.sms.LineState;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.SmsFigures;
import vn.mscore.hotline.sms.SmsLines;
import vn.mscore.hotline.sms.SmsSums.Sums;
import vn.mscore.hotline.watch.LineCheck;
import vn.mscore.hotline.watch.LineChecks;
import vn.mscore.hotline.watch.Trouble;

class AlarmsTest {
    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private final MovingClock machine = MovingClock.atVietnam("2026-08-17T09:30");
    private final SmsLines lines = new SmsLines();
    private final Map<String, Long> refusals = new TreeMap<>();
    private final Map<String, Long> inbox = new TreeMap<>();
    private LineState state = new LineState("one", Status.READY, "", OptionalInt.empty(), 0, 50);
    private Optional<Instant> unsent = Optional.empty();
    private Optional<Instant> answer = Optional.empty();
    private long quarantined;
    private Set<String> spent = Set.of();
    private final Set<Trouble> found = new HashSet<>();
    private final NotedTroubles board = new NotedTroubles();
    private Sums mail = new Sums(9, 0, 8, 1, 0, 7, 5, 2, 0, 0);
    private MailSums sums;
    private Alarms alarms;

    @TempDir
    private Path var;

    private long room = Long.MAX_VALUE;
    private boolean leapt;
    private long lost;
    private long spooled;
    private boolean apart;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void watchOneLine() {
        Instance<SmsFigures> source = mock(Instance.class);
        when(source.get()).thenReturn(this::figures);
        lines.add(new OneLine(() -> state));
        LineChecks checks = new LineChecks() {
            @Override
            public List<LineCheck> all() {
                return List.of();
            }

            @Override
            public Set<Trouble> troubles() {
                return found;
            }
        };
        sums = new MailSums(from -> mail, clock);
        alarms = new Alarms(
                new Glance(source, clock),
                new LineOutages(machine::nanos),
                lines,
                checks,
                machineTroubles(),
                new TrailTroubles(from -> Set.of(), new SaidWitness(), null, clock),
                sums,
                board,
                new BoardState(),
                () -> spent,
                key -> Optional.empty(),
                clock);
    }

    private MachineTroubles machineTroubles() {
        Settings none = key -> Optional.empty();
        BackupAge backups =
                new BackupAge(key -> Optional.of(var.toString()).filter(path -> key.equals("hotline.var")), clock);
        return new MachineTroubles(
                backups,
                new DiskRoom(key -> Optional.empty(), this::usable),
                new ClockLeap(null, null, clock) {
                    @Override
                    public boolean wasSuspected() {
                        return leapt;
                    }
                },
                new ClockApart(null, null, clock) {
                    @Override
                    public boolean wasApart() {
                        return apart;
                    }
                },
                new SpoolWait(machine::nanos),
                new UnguardedScreens(none, new Callers(none)),
                new NodeName(key -> Optional.of("may-1").filter(name -> key.equals(NodeName.KEY))));
    }

    private long usable() throws IOException {
        if (room < 0) {
            throw new IOException("the disk does not say");
        }
        return room;
    }

    private SmsFigures.Figures figures() {
        return new SmsFigures.Figures(
                inbox,
                Map.of(),
                Optional.empty(),
                unsent,
                answer,
                Map.of(),
                0,
                quarantined,
                0,
                lost,
                spooled,
                refusals,
                List.of());
    }

    private void pass(Duration time) {
        clock.advance(time);
        machine.advance(time);
    }

    private int level(Kind kind) {
        pass(Duration.ofSeconds(5));
        alarms.run();
        return alarms.level(kind);
    }

    @Test
    void row76ALineIsYellowAfterTenMinutesAndRedAfterThirty() {
        state = new LineState("one", Status.STARTING, "searching", OptionalInt.empty(), 0, 50);
        assertThat(level(Kind.LINE_AWAY)).isZero();
        pass(Duration.ofMinutes(10));
        assertThat(level(Kind.LINE_AWAY)).isEqualTo(1);
        pass(Duration.ofMinutes(20));
        assertThat(level(Kind.LINE_AWAY)).isEqualTo(2);
        state = new LineState("one", Status.READY, "", OptionalInt.empty(), 0, 50);
        assertThat(level(Kind.LINE_AWAY)).isEqualTo(2);
        pass(Duration.ofMinutes(1));
        assertThat(level(Kind.LINE_AWAY)).isZero();
    }

    @Test
    void aClockThatIsSetBeginsAndEndsNoOutage() {
        state = new LineState("one", Status.LOST, "", OptionalInt.empty(), 0, 50);
        assertThat(level(Kind.LINE_AWAY)).isZero();
        clock.advance(Duration.ofDays(1));
        assertThat(level(Kind.LINE_AWAY)).isZero();
        clock.advance(Duration.ofDays(-2));
        machine.advance(Duration.ofMinutes(10));
        assertThat(level(Kind.LINE_AWAY)).isEqualTo(1);
    }

    static Stream<Arguments> sumsThatDoNotAddUp() {
        return Stream.of(
                Arguments.of("a delivery is in no message", new Sums(9, 1, 8, 1, 0, 7, 5, 2, 0, 0)),
                Arguments.of("a message has neither answer nor reason", new Sums(9, 0, 8, 1, 0, 7, 4, 2, 0, 0)),
                Arguments.of("a message is in no state", new Sums(9, 0, 8, 1, 0, 6, 4, 2, 0, 0)),
                Arguments.of("a message came from nowhere", new Sums(9, 0, 8, 1, 0, 7, 5, 2, 1, 0)),
                Arguments.of("a text is in no state", new Sums(9, 0, 8, 1, 0, 7, 5, 2, 0, 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sumsThatDoNotAddUp")
    void whatDoesNotAddUpAlarmsAtTheNextReckoningUntilItDoes(String what, Sums bad) {
        sums.run();
        assertThat(level(Kind.MAIL_MISSING)).isZero();
        Sums good = mail;
        mail = bad;
        assertThat(sums.run()).isEqualTo(1);
        assertThat(level(Kind.MAIL_MISSING)).as(what).isEqualTo(2);
        mail = good;
        sums.run();
        assertThat(level(Kind.MAIL_MISSING)).isZero();
    }

    @Test
    void row83ALineThatIsReadyForASecondInThirtyIsAwayAllTheTime() {
        for (int half = 0; half < 20; half++) {
            state = new LineState("one", Status.LOST, "the connection ended", OptionalInt.empty(), 0, 0);
            assertThat(level(Kind.LINE_AWAY)).isZero();
            pass(Duration.ofSeconds(19));
            state = new LineState("one", Status.READY, "", OptionalInt.empty(), 0, 0);
            assertThat(level(Kind.LINE_AWAY)).isZero();
            pass(Duration.ofSeconds(1));
        }
        state = new LineState("one", Status.LOST, "the connection ended", OptionalInt.empty(), 0, 0);
        assertThat(level(Kind.LINE_AWAY)).isEqualTo(1);
        state = new LineState("one", Status.READY, "", OptionalInt.empty(), 0, 0);
        assertThat(level(Kind.LINE_AWAY)).as("a glimpse").isEqualTo(1);
    }

    @Test
    void row28OurOwnNumberAlarmsAfterThreeTexts() {
        refusals.put("sms.own-number", 2L);
        assertThat(level(Kind.OWN_NUMBER)).isZero();
        refusals.put("sms.own-number", 3L);
        assertThat(level(Kind.OWN_NUMBER)).isEqualTo(1);
    }

    @Test
    void row34ASpentBudgetOfRepliesAlarms() {
        refusals.put("sms.reply-budget", 1L);
        assertThat(level(Kind.REPLY_BUDGET)).isEqualTo(1);
    }

    @Test
    void anHourWithoutARefusalEndsTheAlarmOfTheBudget() {
        refusals.put("sms.reply-later", 2L);
        assertThat(level(Kind.REPLY_BUDGET)).isEqualTo(1);
        clock.advance(Duration.ofMinutes(59));
        assertThat(level(Kind.REPLY_BUDGET)).isEqualTo(1);
        clock.advance(Duration.ofMinutes(1));
        assertThat(level(Kind.REPLY_BUDGET)).isZero();
        refusals.put("sms.reply-later", 3L);
        assertThat(level(Kind.REPLY_BUDGET)).isEqualTo(1);
    }

    @Test
    void whatIsWrongWithALineIsToldWithItsName() {
        found.add(new Trouble("probe-lost", "one", 2));
        state = new LineState("one", Status.READY, "", OptionalInt.empty(), 35, 50);
        assertThat(level(Kind.PROBE_LOST)).isEqualTo(2);
        assertThat(board.of("mail"))
                .containsExactlyInAnyOrder(new Trouble("probe-lost", "one", 2), new Trouble("sim-full", "one", 1));
        found.clear();
        assertThat(level(Kind.PROBE_LOST)).isZero();
    }

    @Test
    void anOldBackupAlarmsAndOneThatWasNeverMadeDoesNot() throws IOException {
        assertThat(level(Kind.BACKUP_OLD)).isZero();
        Files.writeString(var.resolve("last-backup"), clock.instant() + "\n");
        assertThat(level(Kind.BACKUP_OLD)).isZero();
        clock.advance(Duration.ofHours(50));
        assertThat(level(Kind.BACKUP_OLD)).isEqualTo(1);
        Files.writeString(var.resolve("last-backup"), clock.instant() + "\n");
        assertThat(level(Kind.BACKUP_OLD)).isZero();
        Files.writeString(var.resolve("last-backup"), "yesterday");
        assertThat(level(Kind.BACKUP_OLD)).isEqualTo(1);
    }

    @Test
    void aClockThatLeaptAheadAlarmsUntilItIsBelieved() {
        assertThat(level(Kind.CLOCK_AHEAD)).isZero();
        leapt = true;
        assertThat(level(Kind.CLOCK_AHEAD)).isEqualTo(1);
        leapt = false;
        assertThat(level(Kind.CLOCK_AHEAD)).isZero();
    }

    @Test
    void aClockThatDiffersFromTheDatabasesAlarmsWithTheNodesName() {
        assertThat(level(Kind.CLOCK_APART)).isZero();
        apart = true;
        assertThat(level(Kind.CLOCK_APART)).isEqualTo(1);
        assertThat(board.of("mail")).containsExactly(new Trouble("clock-apart", "may-1", 1));
    }

    @Test
    void answersThatWereLostLatelyAlarm() {
        lost = 1;
        assertThat(level(Kind.ANSWERS_LOST)).isEqualTo(1);
        lost = 0;
        assertThat(level(Kind.ANSWERS_LOST)).isZero();
    }

    @Test
    void aSpoolThatIsStuckAlarmsWithTheNodesName() {
        spooled = 3;
        for (int look = 0; look < 60; look++) {
            assertThat(level(Kind.SPOOL_STUCK)).isZero();
        }
        assertThat(level(Kind.SPOOL_STUCK)).isEqualTo(1);
        assertThat(board.of("mail")).containsExactly(new Trouble("spool-stuck", "may-1", 1));
    }

    @Test
    void aDiskThatFillsUpAlarmsWhileThereIsStillRoom() {
        assertThat(level(Kind.DISK_FULL)).isZero();
        room = 2_000_000_000L;
        assertThat(level(Kind.DISK_FULL)).isZero();
        room = 1_999_999_999L;
        assertThat(level(Kind.DISK_FULL)).isEqualTo(1);
        room = 399_999_999L;
        assertThat(level(Kind.DISK_FULL)).isEqualTo(2);
        room = 2_100_000_000L;
        assertThat(level(Kind.DISK_FULL)).as("it does not flicker").isEqualTo(1);
        room = 2_200_000_000L;
        assertThat(level(Kind.DISK_FULL)).isZero();
        room = -1;
        assertThat(level(Kind.DISK_FULL)).as("a disk that does not say").isEqualTo(2);
    }

    @Test
    void whatIsWrongWithAMachineIsToldWithTheNameOfItsNode() throws IOException {
        room = 399_999_999L;
        leapt = true;
        Files.writeString(var.resolve("last-backup"), "never");
        assertThat(level(Kind.DISK_FULL)).isEqualTo(2);
        assertThat(board.of("mail"))
                .containsExactlyInAnyOrder(
                        new Trouble("disk-full", "may-1", 2),
                        new Trouble("backup-old", "may-1", 1),
                        new Trouble("clock-ahead", "may-1", 1));
    }

    @Test
    void row29ABlockOfNumbersThatHadItsRepliesAlarmsForAnHour() {
        refusals.put("sms.reply-prefix", 1L);
        assertThat(level(Kind.REPLY_PREFIX)).isEqualTo(1);
        assertThat(level(Kind.REPLY_BUDGET)).isZero();
        clock.advance(Duration.ofHours(1));
        assertThat(level(Kind.REPLY_PREFIX)).isZero();
    }

    @Test
    void enumerationAlarmsForAnHour() {
        alarms.enumerates(new EnumerationSuspected(8, clock.instant()));
        assertThat(level(Kind.ENUMERATION)).isEqualTo(1);
        clock.advance(Duration.ofHours(1));
        assertThat(level(Kind.ENUMERATION)).isZero();
    }

    @Test
    void aFullSimAndAParkedMessageAlarm() {
        state = new LineState("one", Status.READY, "", OptionalInt.empty(), 35, 50);
        inbox.put("POISON", 1L);
        assertThat(level(Kind.SIM_FULL)).isEqualTo(1);
        assertThat(level(Kind.PARKED)).isEqualTo(1);
    }

    @Test
    void whatIsKeptForAPersonAlarmsUntilItIsSettled() {
        quarantined = 1;
        assertThat(level(Kind.QUARANTINED)).isEqualTo(1);
        quarantined = 0;
        assertThat(level(Kind.QUARANTINED)).isZero();
    }

    @Test
    void aLineWhoseDayIsSpentAlarmsWithItsName() {
        spent = Set.of("one");
        assertThat(level(Kind.LINE_SPENT)).isEqualTo(1);
        assertThat(board.of("mail")).containsExactly(new Trouble("line-spent", "one", 1));
    }

    @Test
    void anAnswerThatWaitsForHalfAnHourAlarms() {
        answer = Optional.of(clock.instant());
        clock.advance(Duration.ofMinutes(29));
        assertThat(level(Kind.MAIL_WAITS)).isZero();
        clock.advance(Duration.ofMinutes(1));
        assertThat(level(Kind.MAIL_WAITS)).isEqualTo(1);
        answer = Optional.empty();
        assertThat(level(Kind.MAIL_WAITS)).isZero();
    }

    @Test
    void aTextThatNobodyAskedForMayWaitAsLongAsItIsHeldBack() {
        unsent = Optional.of(clock.instant());
        clock.advance(Duration.ofHours(5));
        assertThat(level(Kind.MAIL_WAITS)).isZero();
    }
}
