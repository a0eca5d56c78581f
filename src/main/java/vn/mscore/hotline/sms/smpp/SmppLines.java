package vn.mscore.hotline.sms.smpp;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.SmsLines;

/** The lines of {@code hotline.sms.smpp}: makes them known, starts and stops them. */
@Singleton
public class SmppLines implements Service {
    private final List<SmppLine> lines;
    private final SmsLines known;
    private final Intake intake;

    /** Reads the settings; wrong ones refuse the start. */
    @Inject
    public SmppLines(Settings settings, SmsLines known, Intake intake, ThreadFactory threads) {
        this.known = known;
        this.intake = intake;
        this.lines = SmppSettings.read(settings).stream()
                .map(line -> new SmppLine(line, threads))
                .toList();
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public void start() {
        lines.forEach(this::start);
    }

    private void start(SmppLine line) {
        boolean isNew = known.byName(line.name()).isEmpty();
        Settings.WrongSetting.unless(isNew, SmppSettings.LIST, "gives a line the name of a modem");
        known.add(line);
        line.start(intake);
    }

    /** All at once. */
    @Override
    public void stop() {
        lines.forEach(SmppLine::askToStop);
        lines.forEach(SmppLine::stop);
    }
}
