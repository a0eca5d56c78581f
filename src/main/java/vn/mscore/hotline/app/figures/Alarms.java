package vn.mscore.hotline.app.figures;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.mscore.hotline.desk.EnumerationAlarm.EnumerationSuspected;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.sms.LineState;
import vn.mscore.hotline.sms.SmsFigures.Figures;
import vn.mscore.hotline.sms.SmsLine;
import vn.mscore.hotline.sms.SmsLines;
import vn.mscore.hotline.sms.SpentLines;
import vn.mscore.hotline.watch.AlarmBoard;
import vn.mscore.hotline.watch.LineChecks;
import vn.mscore.hotline.watch.Trouble;

/** What a person should look at now: told when it begins, when it gets worse and when it ends; shown at {@code /metrics} as long as it lasts. */
@Singleton
public class Alarms implements Job {
    private static final String SOURCE = "mail";
    private static final Duration LASTS = Duration.ofHours(1);
    private static final int OWN_NUMBER_TIMES = 3;
    private static final int SIM_PERCENT = 70;

    private final Glance glance;
    private final LineOutages outages;
    private final SmsLines lines;
    private final LineChecks checks;
    private final MachineTroubles machine;
    private final TrailTroubles trail;
    private final MailSums sums;
    private final AlarmBoard board;
    private final BoardState state;
    private final SpentLines spent;
    private final Duration patience;
    private final Clock clock;
    private final AlarmLevels<Kind> levels = new AlarmLevels<>(Kind.class);
    private final Map<Kind, Grown> grown = new EnumMap<>(Kind.class);
    private volatile Instant enumeration = Instant.EPOCH;

    /** Looks at the mail through {@code glance}, at the lines, at the machine, at the audit trail and at the sums; tells {@code board}. */
    @Inject
    public Alarms(
            Glance glance,
            LineOutages outages,
            SmsLines lines,
            LineChecks checks,
            MachineTroubles machine,
            TrailTroubles trail,
            MailSums sums,
            AlarmBoard board,
            BoardState state,
            SpentLines spent,
            Settings settings,
            Clock clock) {
        this.glance = glance;
        this.outages = outages;
        this.lines = lines;
        this.checks = checks;
        this.machine = machine;
        this.trail = trail;
        this.sums = sums;
        this.board = board;
        this.state = state;
        this.spent = spent;
        this.patience = Duration.ofMinutes(settings.number("hotline.alarm.mail.minutes", 30, 0, 1440));
        this.clock = clock;
    }

    /** What may be wrong. */
    public enum Kind {
        /** Texts came from one of our own numbers, three times or more, the last within the hour (row 28). */
        OWN_NUMBER,
        /** The budget of replies is spent, or answers wait for a later hour (row 34), within the last hour. */
        REPLY_BUDGET,
        /** A block of numbers that begin alike has had its replies of the day (R29), within the last hour. */
        REPLY_PREFIX,
        /** Somebody walks through dossier codes (R15), within the last hour. */
        ENUMERATION,
        /** A line is away: 1 for ten minutes, 2 for thirty (row 76). */
        LINE_AWAY,
        /** A SIM is 70 % full (P10). */
        SIM_FULL,
        /** A message was parked after three tries (P22). */
        PARKED,
        /** A delivery that nobody could decode or store waits for a person, in the table or put aside by the spool. */
        QUARANTINED,
        /** A line that this node works may send nothing more today: its daily cap is used up. */
        LINE_SPENT,
        /** The oldest answer might have gone for longer than {@code hotline.alarm.mail.minutes}: it waits, or is tried in vain. */
        MAIL_WAITS,
        /** Answers failed or grew too old within the last hour: citizens were not answered. */
        ANSWERS_LOST,
        /** Messages lie in the spool of a node for five minutes though the database answers. */
        SPOOL_STUCK,
        /** Nothing came in by a line for the office hours the deployer said. */
        LINE_SILENT,
        /** A text to ourselves did not come back. */
        PROBE_LOST,
        /** A SIM has little money left. */
        BALANCE_LOW,
        /** A SIM ends soon: 1, has ended: 2. */
        SIM_EXPIRES,
        /** A SIM did not say its balance for a day and a half. */
        BALANCE_UNREAD,
        /** The last backup of a node is too old. */
        BACKUP_OLD,
        /** The disk of a node has less room than {@code hotline.alarm.disk.mb}: 1, less than a fifth of that: 2. */
        DISK_FULL,
        /** The clock of a node leapt ahead: nothing is erased by age until it is put right or believed. */
        CLOCK_AHEAD,
        /** The clock of a node and that of the database are more than five seconds apart. */
        CLOCK_APART,
        /** Something that came in is nowhere, or was read and has neither an answer nor a reason for none (P21). */
        MAIL_MISSING,
        /** Somebody changed who may do what: accounts, second factors, keys of programs, within the last hour (L17). */
        RIGHTS_CHANGED,
        /** No head of the audit trail was taken by the witness for hours (R48). */
        WITNESS_BEHIND,
        /** People reach the screens of a node over a net, and the settings do not say how (R37). */
        SCREENS_UNGUARDED
    }

    /** A counter that only grows, and when it last did. */
    private record Grown(long count, Instant at) {}

    void enumerates(@Observes EnumerationSuspected suspected) {
        enumeration = suspected.at();
    }

    @Override
    public String name() {
        return "alarms";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public int run() {
        Figures now = glance.now();
        Set<Trouble> troubles = new HashSet<>(checks.troubles());
        lines.all().forEach(line -> look(line, troubles));
        refusals(now.refusals(), troubles);
        if (enumeration.plus(LASTS).isAfter(clock.instant())) {
            troubles.add(trouble(Kind.ENUMERATION));
        }
        if (now.poison() > 0) {
            troubles.add(trouble(Kind.PARKED));
        }
        if (now.quarantined() > 0) {
            troubles.add(trouble(Kind.QUARANTINED));
        }
        if (now.answersLost() > 0) {
            troubles.add(trouble(Kind.ANSWERS_LOST));
        }
        if (waitsTooLong(now)) {
            troubles.add(trouble(Kind.MAIL_WAITS));
        }
        spent.spent().forEach(line -> troubles.add(new Trouble(AlarmLevels.label(Kind.LINE_SPENT), line, 1)));
        troubles.addAll(machine.now(now.spooled()));
        troubles.addAll(trail.now());
        if (sums.areWrong()) {
            troubles.add(new Trouble(AlarmLevels.label(Kind.MAIL_MISSING), 2));
        }
        return show(troubles);
    }

    private void refusals(Map<String, Long> refusals, Set<Trouble> troubles) {
        long own = refusals.getOrDefault("sms.own-number", 0L);
        if (own >= OWN_NUMBER_TIMES && grewLately(Kind.OWN_NUMBER, own)) {
            troubles.add(trouble(Kind.OWN_NUMBER));
        }
        long unanswered = refusals.getOrDefault("sms.reply-budget", 0L) + refusals.getOrDefault("sms.reply-later", 0L);
        if (grewLately(Kind.REPLY_BUDGET, unanswered)) {
            troubles.add(trouble(Kind.REPLY_BUDGET));
        }
        if (grewLately(Kind.REPLY_PREFIX, refusals.getOrDefault("sms.reply-prefix", 0L))) {
            troubles.add(trouble(Kind.REPLY_PREFIX));
        }
    }

    private boolean waitsTooLong(Figures now) {
        return !patience.isZero()
                && now.oldestAnswer()
                        .filter(since -> !since.plus(patience).isAfter(clock.instant()))
                        .isPresent();
    }

    private void look(SmsLine line, Set<Trouble> troubles) {
        LineState state = line.state();
        int away = outages.level(state).ordinal();
        if (away > 0) {
            troubles.add(new Trouble(AlarmLevels.label(Kind.LINE_AWAY), state.name(), away));
        }
        if (state.simSize() > 0 && 100 * state.simUsed() >= SIM_PERCENT * state.simSize()) {
            troubles.add(new Trouble(AlarmLevels.label(Kind.SIM_FULL), state.name(), 1));
        }
    }

    private static Trouble trouble(Kind kind) {
        return new Trouble(AlarmLevels.label(kind), 1);
    }

    private boolean grewLately(Kind kind, long count) {
        Instant now = clock.instant();
        Grown before = grown.getOrDefault(kind, new Grown(0, Instant.EPOCH));
        Grown last = count > before.count() ? new Grown(count, now) : before;
        grown.put(kind, last);
        return last.at().plus(LASTS).isAfter(now);
    }

    private int show(Set<Trouble> troubles) {
        int changed = levels.show(troubles);
        state.note(() -> board.report(SOURCE, troubles));
        return changed;
    }

    /** 0 when all is well, 1 when somebody should look, 2 when at once. */
    public int level(Kind kind) {
        return levels.of(kind);
    }
}
