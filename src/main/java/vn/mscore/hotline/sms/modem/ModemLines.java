package vn.mscore.hotline.sms.modem;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.SmsLines;

/** The modems of {@code hotline.sms.modems}: makes them known, starts and stops them. */
@Singleton
public class ModemLines implements Service {
    private final List<ModemLine> lines;
    private final SmsLines known;
    private final Intake intake;

    /** Reads the settings; wrong ones refuse the start. */
    @Inject
    public ModemLines(Settings settings, SmsLines known, Intake intake, ModemThreads outside) {
        this.known = known;
        this.intake = intake;
        this.lines = ModemSettings.read(settings).stream()
                .map(modem -> new ModemLine(
                        modem, modem.address().opener(outside.threads()), outside.threads(), outside.clock()))
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

    private void start(ModemLine line) {
        known.add(line);
        line.start(intake);
    }

    /** All at once: each may take seven seconds to finish what it is sending. */
    @Override
    public void stop() {
        lines.forEach(ModemLine::askToStop);
        lines.forEach(ModemLine::stop);
    }
}
