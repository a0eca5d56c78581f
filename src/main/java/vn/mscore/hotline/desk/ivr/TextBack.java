package vn.mscore.hotline.desk.ivr;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.citizen.CitizenLines.Tongue;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.OutgoingSms;
import vn.mscore.hotline.sms.SmsOutbox;
import vn.mscore.hotline.wording.SmsTemplates;

/** Sends a caller the text that was asked for by key. Needs a transaction. */
@Singleton
class TextBack {
    private final SmsTemplates templates;
    private final SmsOutbox outbox;
    private final CitizenLines lines;
    private final boolean diacritics;

    @Inject
    TextBack(SmsTemplates templates, SmsOutbox outbox, CitizenLines lines, Settings settings) {
        this.templates = templates;
        this.outbox = outbox;
        this.lines = lines;
        this.diacritics = settings.flag("hotline.sms.diacritics", false);
    }

    /** The language this number reads. */
    Language language(PhoneNumber phone) {
        return lines.tongue(phone).orElse(Tongue.VIETNAMESE).texts(diacritics && lines.writesDiacritics(phone));
    }

    /** Sends it; false when this number gets no texts: no mobile of this country, or enough today. */
    boolean send(PhoneNumber phone, String template, Map<String, String> values) {
        if (!phone.isVietnameseMobile()) {
            return false;
        }
        String text = templates.render(template, language(phone), values);
        return outbox.put(new OutgoingSms(
                        phone,
                        text,
                        OutgoingSms.Kind.ANSWER,
                        Optional.empty(),
                        Duration.ofHours(24),
                        Optional.empty(),
                        Optional.empty()))
                .isEmpty();
    }
}
