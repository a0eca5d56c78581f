package vn.mscore.hotline.watch.tell;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.OutgoingSms;
import vn.mscore.hotline.sms.SmsOutbox;
import vn.mscore.hotline.watch.Alarm;
import vn.mscore.hotline.wording.SmsTemplates;

/**
 * Texts alarms to the technician's telephones, by whichever line works, so many in an hour: a storm of alarms must not
 * eat the SIM's day. Nothing personal is in them. The end is texted to whom the beginning was.
 */
@Singleton
public class AlarmTexts {
    private static final Duration WORTH = Duration.ofHours(4);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.ofHours(7));
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(ZoneOffset.ofHours(7));
    private static final String LATELY = "select count(*) as n from watch_alarm where texted and began_at > ?";

    private final Sql sql;
    private final SmsOutbox outbox;
    private final SmsTemplates templates;
    private final Clock clock;
    private final AlarmSettings settings;

    /** Joined by CDI. */
    @Inject
    AlarmTexts(Sql sql, SmsOutbox outbox, SmsTemplates templates, Clock clock, AlarmSettings.Source settings) {
        this.sql = sql;
        this.outbox = outbox;
        this.templates = templates;
        this.clock = clock;
        this.settings = settings.read();
    }

    void began(Alarm alarm) {
        Instant hour = clock.instant().minus(Duration.ofHours(1));
        if (!settings.phones().isEmpty() && sql.count(LATELY, hour) < settings.textsAnHour()) {
            sql.update("update watch_alarm set texted = true where id = ?", alarm.id());
            text("T90", alarm, alarm.began());
        }
    }

    void ended(Alarm alarm) {
        if (sql.exists("select 1 from watch_alarm where id = ? and texted", alarm.id())) {
            text("T91", alarm, alarm.ended().orElseThrow());
        }
    }

    private void text(String template, Alarm alarm, Instant at) {
        String line = alarm.trouble().line();
        String text = templates.render(
                template,
                Language.VI_PLAIN,
                Map.of(
                        "alarm", word("alarm." + alarm.trouble().kind()),
                        "line", line.isEmpty() ? word("alarm.everywhere") : line,
                        "time", TIME.format(at),
                        "date", DATE.format(at)));
        for (PhoneNumber phone : settings.phones()) {
            outbox.put(new OutgoingSms(
                    phone, text, OutgoingSms.Kind.NOTICE, Optional.empty(), WORTH, Optional.empty(), Optional.empty()));
        }
    }

    private String word(String name) {
        return templates.render(name, Language.VI_PLAIN, Map.of());
    }
}
