package vn.mscore.hotline.app.figures;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.mscore.hotline.desk.EnumerationAlarm.EnumerationSuspected;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.sms.SmsFigures.Figures;
import vn.mscore.hotline.sms.SmsLines;

/** What a person should look at now: logged once when it begins, shown at {@code /metrics} as long as it lasts. */
@Singleton
public class Alarms implements Job {
    private static final Duration LASTS = Duration.ofHours(1);
    private static final int OWN_NUMBER_TIMES = 3;
    private static final int SIM_PERCENT = 70;

    private final Glance glance;
    private final LineOutages outages;
    private final SmsLines lines;
    private final Clock clock;
    private final AlarmLevels<Kind> levels = new AlarmLevels<>(Kind.class);
    private volatile Instant enumeration = Instant.EPOCH;

    /** Looks at the mail through {@code glance} and at the lines. */
    @Inject
    public Alarms(Glance glance, LineOutages outages, SmsLines lines, Clock clock) {
        this.glance = glance;
        this.outages = outages;
        this.lines = lines;
        this.clock = clock;
    }

    /** What may be wrong. */
    public enum Kind {
        /** Texts came from one of our own numbers, three times or more (row 28). */
        OWN_NUMBER,
        /** The day's budget of replies is spent (row 34). */
        REPLY_BUDGET,
        /** Somebody walks through dossier codes (R15), within the last hour. */
        ENUMERATION,
        /** A line is away: 1 for ten minutes, 2 for thirty (row 76). */
        LINE_AWAY,
        /** A SIM is 70 % full (P10). */
        SIM_FULL,
        /** A message was parked after three tries (P22). */
        PARKED
    }

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
        return set(Kind.OWN_NUMBER, refused(now, "sms.own-number") >= OWN_NUMBER_TIMES ? 1 : 0)
                + set(Kind.REPLY_BUDGET, refused(now, "sms.reply-budget") > 0 ? 1 : 0)
                + set(Kind.ENUMERATION, enumeration.plus(LASTS).isAfter(clock.instant()) ? 1 : 0)
                + set(Kind.LINE_AWAY, outages.look().ordinal())
                + set(Kind.SIM_FULL, isAnySimFull() ? 1 : 0)
                + set(Kind.PARKED, now.poison() > 0 ? 1 : 0);
    }

    /** 0 when all is well, 1 when somebody should look, 2 when at once. */
    public int level(Kind kind) {
        return levels.of(kind);
    }

    private int set(Kind kind, int level) {
        return levels.set(kind, level);
    }

    private static long refused(Figures now, String code) {
        return now.refusals().getOrDefault(code, 0L);
    }

    private boolean isAnySimFull() {
        return lines.all().stream()
                .map(line -> line.state())
                .anyMatch(state -> state.simSize() > 0 && 100 * state.simUsed() >= SIM_PERCENT * state.simSize());
    }
}
