package vn.mscore.hotline.sms.modem;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.LinesOfOneKind;
import vn.mscore.hotline.sms.SmsLines;

/** The modems of {@code hotline.sms.modems}. */
@Singleton
public class ModemLines extends LinesOfOneKind {
    /** Reads the settings; wrong ones refuse the start. */
    @Inject
    ModemLines(Settings settings, SmsLines known, Intake intake, ModemThreads outside, SpoolDrain spool) {
        super(
                ModemSettings.read(settings).stream()
                        .map(modem -> new ModemLine(
                                modem, modem.address().opener(outside.threads()), outside, Optional.of(spool)))
                        .toList(),
                known,
                intake);
    }
}
