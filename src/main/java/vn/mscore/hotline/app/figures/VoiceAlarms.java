package vn.mscore.hotline.app.figures;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.voice.VoiceFigures;
import vn.mscore.hotline.voice.VoiceFigures.Figures;
import vn.mscore.hotline.watch.AlarmBoard;
import vn.mscore.hotline.watch.Trouble;

/** What a person should look at about the telephone: told once when it begins and once when it ends. */
@Singleton
public class VoiceAlarms implements Job {
    private static final String SOURCE = "voice";
    private static final Duration LATE = Duration.ofMinutes(5);
    private static final int QUOTA_PERCENT = 90;

    private final VoiceFigures source;
    private final AlarmBoard board;
    private final Clock clock;
    private final AlarmLevels<Kind> levels = new AlarmLevels<>(Kind.class);
    private volatile Figures last;

    /** Looks at {@code source}, tells {@code board}. */
    @Inject
    public VoiceAlarms(VoiceFigures source, AlarmBoard board, Clock clock) {
        this.source = source;
        this.board = board;
        this.clock = clock;
    }

    /** What may be wrong. */
    public enum Kind {
        /** Our own door does not answer us: callers get the exchange's fallback. */
        NO_CALLS,
        /** A sound is missing and was left out (row 107). */
        SOUND_MISSING,
        /** A recording has waited in the spool for five minutes. */
        RECORDING_LATE,
        /** A file in the spool was refused (rows 95, 96). */
        RECORDING_REFUSED,
        /** Recordings fill nine tenths of their place: 1, all of it: 2. */
        RECORDINGS_FULL,
        /** Somebody without the secret, or a stranger, wants to hand over calls (row 98). */
        STRANGER
    }

    @Override
    public String name() {
        return "voice-alarms";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public int run() {
        Figures now = source.now();
        last = now;
        Set<Trouble> troubles = Stream.of(
                        trouble(Kind.NO_CALLS, now.wanted() && !now.alive() ? 2 : 0),
                        trouble(Kind.SOUND_MISSING, now.missing().isEmpty() ? 0 : 1),
                        trouble(Kind.RECORDING_LATE, oldestSeconds(now) > LATE.toSeconds() ? 1 : 0),
                        trouble(Kind.RECORDING_REFUSED, now.waiting().getOrDefault("QUARANTINED", 0L) > 0 ? 1 : 0),
                        trouble(Kind.RECORDINGS_FULL, fullness(now)),
                        trouble(Kind.STRANGER, refused(now, "secret") + refused(now, "peer") > 0 ? 1 : 0))
                .filter(trouble -> trouble.level() > 0)
                .collect(Collectors.toSet());
        int changed = levels.show(troubles);
        board.report(SOURCE, troubles);
        return changed;
    }

    private static Trouble trouble(Kind kind, int level) {
        return new Trouble(AlarmLevels.label(kind), level);
    }

    private static long refused(Figures now, String why) {
        return now.refused().getOrDefault(why, 0L);
    }

    private static int fullness(Figures now) {
        if (now.keptBytes() >= now.quotaBytes()) {
            return 2;
        }
        return now.keptBytes() * 100 >= now.quotaBytes() * QUOTA_PERCENT ? 1 : 0;
    }

    /** Seconds since the oldest file in the spool was last written to, 0 when there is none. */
    long oldestSeconds(Figures now) {
        return now.oldestInSpool()
                .map(written -> Duration.between(written, clock.instant()).toSeconds())
                .orElse(0L);
    }

    /** The figures of the last look, at most fifteen seconds old; empty before the first. */
    public Optional<Figures> last() {
        return Optional.ofNullable(last);
    }

    /** 0 when all is well, 1 when somebody should look, 2 when at once. */
    public int level(Kind kind) {
        return levels.of(kind);
    }
}
