package vn.mscore.hotline.sms;

import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import vn.mscore.hotline.platform.Service;

/** The configured lines of one kind: makes them known, works those that no other node has, and stops all at once. */
public abstract class LinesOfOneKind implements Service {
    private final List<SharedLine> lines;
    private final SmsLines known;
    private final Intake intake;

    /**
     * Will make lines known to {@code known}; what comes in goes to {@code intake}.
     *
     * @param makers one for each line, which makes it anew each time this node gets it
     */
    protected LinesOfOneKind(
            List<? extends Supplier<? extends SmsLine>> makers,
            SmsLines known,
            Intake intake,
            LineLeases leases,
            ThreadFactory threads) {
        this.lines = makers.stream()
                .map(maker -> new SharedLine(maker, leases, threads))
                .toList();
        this.known = known;
        this.intake = intake;
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public void start() {
        lines.forEach(this::start);
    }

    private void start(SmsLine line) {
        known.add(line);
        line.start(intake);
    }

    /** All at once: each may take seconds to finish what it is sending. */
    @Override
    public void stop() {
        lines.forEach(SmsLine::askToStop);
        lines.forEach(SmsLine::stop);
    }
}
