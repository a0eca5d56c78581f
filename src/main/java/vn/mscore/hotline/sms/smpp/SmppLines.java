package vn.mscore.hotline.sms.smpp;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.ThreadFactory;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.LinesOfOneKind;
import vn.mscore.hotline.sms.SmsLines;

/** The lines of {@code hotline.sms.smpp}. */
@Singleton
public class SmppLines extends LinesOfOneKind {
    /** Reads the settings; wrong ones refuse the start. */
    @Inject
    public SmppLines(Settings settings, SmsLines known, Intake intake, ThreadFactory threads) {
        super(
                SmppSettings.read(settings).stream()
                        .map(line -> new SmppLine(line, threads))
                        .toList(),
                known,
                intake);
    }
}
