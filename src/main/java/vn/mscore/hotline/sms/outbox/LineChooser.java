package vn.mscore.hotline.sms.outbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.SmsLine;
import vn.mscore.hotline.sms.SmsLines;

/**
 * Which line sends what. An answer goes by the line the citizen wrote to, everything else by whichever is free first. A
 * line that is gone, blocked, or lost for a minute and a half loses its answers to the others.
 */
@Singleton
class LineChooser {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final SmsLines lines;
    private final Clock clock;
    private final Map<String, Instant> lostSince = new ConcurrentHashMap<>();

    @Inject
    LineChooser(SmsLines lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    /** Whether {@code line} can send now. */
    boolean isReady(SmsLine line) {
        return line.state().status() == Status.READY;
    }

    /** The other lines that keep their own answers. */
    Set<String> others(SmsLine me) {
        return lines.all().stream()
                .filter(line -> !line.name().equals(me.name()) && keepsItsOwn(line))
                .map(SmsLine::name)
                .collect(Collectors.toSet());
    }

    private boolean keepsItsOwn(SmsLine line) {
        Status status = line.state().status();
        if (status == Status.READY) {
            lostSince.remove(line.name());
            return true;
        }
        Instant since = lostSince.computeIfAbsent(line.name(), name -> clock.instant());
        return status != Status.BLOCKED
                && Duration.between(since, clock.instant()).compareTo(PATIENCE) < 0;
    }
}
