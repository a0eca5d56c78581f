package vn.mscore.hotline.sms.modem;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.LineLeases;
import vn.mscore.hotline.sms.LinesOfOneKind;
import vn.mscore.hotline.sms.SmsLines;

/** The modems of {@code hotline.sms.modems}. */
@Singleton
public class ModemLines extends LinesOfOneKind {
    /** Reads the settings; wrong ones refuse the start. */
    @Inject
    ModemLines(
            Settings settings,
            SmsLines known,
            Intake intake,
            LineLeases leases,
            ModemThreads outside,
            SpoolDrain spool) {
        super(
                ModemSettings.read(settings).stream()
                        .map(modem -> maker(modem, outside, spool))
                        .toList(),
                known,
                intake,
                leases,
                outside.threads());
    }

    private static Supplier<ModemLine> maker(ModemSettings modem, ModemThreads outside, SpoolDrain spool) {
        return () -> new ModemLine(modem, modem.address().opener(outside.threads()), outside, Optional.of(spool));
    }
}
