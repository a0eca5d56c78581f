package vn.mscore.hotline.desk.missed;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.citizen.CitizenLines.Tongue;
import vn.mscore.hotline.desk.StandingWords;
import vn.mscore.hotline.dossier.Standing;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.OutgoingSms;
import vn.mscore.hotline.sms.SmsOutbox;
import vn.mscore.hotline.wording.SmsTemplates;

/** Texts a number where its dossier stands; the outbox's limits of answers apply. Needs a transaction. */
@Singleton
class StandingByText {
    private static final Duration VALID = Duration.ofHours(24);

    private final StandingWords words;
    private final SmsTemplates templates;
    private final SmsOutbox outbox;
    private final CitizenLines lines;
    private final WorkCalendar calendar;
    private final Clock clock;
    private final boolean diacritics;

    @Inject
    StandingByText(
            StandingWords words,
            SmsTemplates templates,
            SmsOutbox outbox,
            CitizenLines lines,
            WorkCalendars calendars,
            Clock clock,
            Settings settings) {
        this.words = words;
        this.templates = templates;
        this.outbox = outbox;
        this.lines = lines;
        this.calendar = calendars.national();
        this.clock = clock;
        this.diacritics = settings.flag("hotline.sms.diacritics", false);
    }

    /** Sends it by {@code line} when that is given. */
    void send(Standing standing, PhoneNumber phone, Optional<String> line) {
        Language language =
                lines.tongue(phone).orElse(Tongue.VIETNAMESE).texts(diacritics && lines.writesDiacritics(phone));
        StandingWords.Text text = words.of(standing, language, calendar.dayOf(clock.instant()));
        outbox.put(new OutgoingSms(
                phone,
                templates.render(text.template(), language, text.values()),
                OutgoingSms.Kind.ANSWER,
                line,
                VALID,
                Optional.empty(),
                Optional.empty()));
    }
}
