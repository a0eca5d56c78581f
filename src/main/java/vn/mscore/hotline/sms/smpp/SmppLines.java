package vn.mscore.hotline.sms.smpp;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.LineCounts;
import vn.mscore.hotline.sms.LineLeases;
import vn.mscore.hotline.sms.LinesOfOneKind;
import vn.mscore.hotline.sms.SmsLines;

/** The lines of {@code hotline.sms.smpp}. */
@Singleton
public class SmppLines extends LinesOfOneKind {
    /** Reads the settings; wrong ones refuse the start. */
    @Inject
    public SmppLines(
            Settings settings,
            SmsLines known,
            Intake intake,
            LineLeases leases,
            ThreadFactory threads,
            LineCounts counts,
            Clock clock) {
        super(
                SmppSettings.read(settings).stream()
                        .map(line -> maker(line, threads, counts, clock))
                        .toList(),
                known,
                intake,
                leases,
                threads);
    }

    private static Supplier<SmppLine> maker(SmppSettings line, ThreadFactory threads, LineCounts counts, Clock clock) {
        return () -> new SmppLine(line, threads, counts, clock);
    }
}
