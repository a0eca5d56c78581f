package vn.mscore.hotline.watch.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.house.PackedCalendars;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.LineCounts;
import vn.mscore.hotline.sms.LineDays;
import vn.mscore.hotline.sms.LineState;
import vn.mscore.hotline.sms.SmsLine;

class SilenceWatchTest {
    private static final long LIMIT = 60;

    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:00");
    private final LineCounts counts = new LineCounts();
    private final List<Instant> received = new ArrayList<>();
    private final LineDays days = new LineDays() {
        @Override
        public List<LineDay> since(Instant from) {
            return List.of();
        }

        @Override
        public Optional<Instant> lastReceived(String line, Instant from) {
            return received.stream().filter(from::isBefore).max(Instant::compareTo);
        }

        @Override
        public int expiredAnswers(Instant from) {
            return 0;
        }
    };
    private final InTransaction transactions = new InTransaction() {
        @Override
        public <T> T call(Supplier<T> work) {
            return work.get();
        }
    };
    private final SmsLine line = new Quiet();
    private final SilenceWatch watch = new SilenceWatch(counts, days, PackedCalendars.read(), transactions, clock);

    @Test
    void whatAnotherNodeTookInEndsTheSilence() {
        assertThat(minutes()).isZero();
        clock.advance(Duration.ofMinutes(59));
        received.add(clock.instant());
        assertThat(minutes()).as("below the limit nobody asks").isEqualTo(59);
        clock.advance(Duration.ofMinutes(1));
        assertThat(minutes()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(60));
        assertThat(minutes()).as("nothing came since").isEqualTo(61);
    }

    @Test
    void whatThisNodeTookInEndsIt() {
        assertThat(minutes()).isZero();
        clock.advance(Duration.ofMinutes(70));
        assertThat(minutes()).isEqualTo(70);
        counts.count("m1", LineCounts.Event.RECEIVED);
        assertThat(minutes()).isZero();
    }

    @Test
    void aLineDeadForWeeksIsStillDeadAfterARestart() {
        received.add(clock.instant().minus(Duration.ofDays(28)));
        assertThat(minutes()).isGreaterThan(5 * 8 * LIMIT);
    }

    private long minutes() {
        return watch.minutes(line, LIMIT);
    }

    /** A line nothing comes in by. */
    private static final class Quiet implements SmsLine {
        @Override
        public String name() {
            return "m1";
        }

        @Override
        public void start(Intake intake) {
            // receives nothing
        }

        @Override
        public SendOutcome send(Submission sms) {
            return new SendOutcome(SendOutcome.Result.RETRY, List.of(), "");
        }

        @Override
        public LineState state() {
            return new LineState("m1", LineState.Status.READY, "", OptionalInt.empty(), 0, 0);
        }

        @Override
        public void stop() {
            // holds nothing
        }
    }
}
