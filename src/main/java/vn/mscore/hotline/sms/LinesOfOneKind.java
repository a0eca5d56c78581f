package vn.mscore.hotline.sms;

import java.util.List;
import vn.mscore.hotline.platform.Service;

/** The configured lines of one kind: makes them known, starts them, and stops all at once. */
public abstract class LinesOfOneKind implements Service {
    private final List<? extends SmsLine> lines;
    private final SmsLines known;
    private final Intake intake;

    /** Will make {@code lines} known to {@code known}; what comes in goes to {@code intake}. */
    protected LinesOfOneKind(List<? extends SmsLine> lines, SmsLines known, Intake intake) {
        this.lines = lines;
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
