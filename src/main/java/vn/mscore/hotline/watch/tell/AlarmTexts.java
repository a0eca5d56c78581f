package vn.mscore.hotline.watch.tell;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.OutgoingSms;
import vn.mscore.hotline.sms.SmsOutbox;
import vn.mscore.hotline.watch.Alarm;
import vn.mscore.hotline.watch.Trouble;
import vn.mscore.hotline.wording.SmsTemplates;

/**
 * Texts alarms to the technician's telephones, by whichever line works, so many in an hour: a storm of alarms must not
 * eat the SIM's day. What must be looked at at once goes all the same; what found no room goes when there is some, if it
 * lasts. Nothing personal is in them. The end is texted to whom the beginning was.
 */
@Singleton
public class AlarmTexts {
    private static final Duration WORTH = Duration.ofHours(4);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.ofHours(7));
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd/MM/yyyy").withZone(ZoneOffset.ofHours(7));
    private static final String LATELY = "select count(*) as n from watch_alarm where texted_at > ?";
    private static final String WAITING =
            "select id, kind, line, level, began_at from watch_alarm where is_open and not texted"
                    + " order by level desc, began_at, id limit ? for update skip locked";
    private static final String TEXTED = "update watch_alarm set texted = true, texted_at = ? where id = ?";
    private static final int AT_ONCE = 2;

    private final Sql sql;
    private final SmsOutbox outbox;
    private final SmsTemplates templates;
    private final Clock clock;
    private final AlarmSettings settings;

    /** Joined by CDI; a telephone that no text could reach refuses the start. */
    @Inject
    AlarmTexts(Sql sql, SmsOutbox outbox, SmsTemplates templates, Clock clock, AlarmSettings.Source settings) {
        this.sql = sql;
        this.outbox = outbox;
        this.templates = templates;
        this.clock = clock;
        this.settings = settings.read();
        Settings.WrongSetting.unless(
                this.settings.phones().stream().allMatch(outbox::allows),
                AlarmSettings.PHONE,
                "must be mobile numbers that hotline.sms.destinations allows, none of our own");
    }

    void began(Alarm alarm) {
        told("T90", alarm, alarm.began());
    }

    void worse(Alarm alarm, Instant at) {
        told("T92", alarm, at);
    }

    private void told(String template, Alarm alarm, Instant at) {
        boolean goes = alarm.trouble().level() >= AT_ONCE || room() > 0;
        if (!settings.phones().isEmpty() && goes && text(template, alarm, at)) {
            sql.update(TEXTED, clock.instant(), alarm.id());
        }
    }

    private int room() {
        return settings.textsAnHour() - sql.count(LATELY, clock.instant().minus(Duration.ofHours(1)));
    }

    /** Texts alarms that last and found no room before; tells how many were looked at. */
    int again() {
        int room = settings.phones().isEmpty() ? 0 : room();
        if (room <= 0) {
            return 0;
        }
        List<Alarm> waiting = sql.rows(WAITING, AlarmTexts::alarm, room);
        waiting.forEach(this::began);
        return waiting.size();
    }

    private static Alarm alarm(Sql.Row row) throws SQLException {
        return new Alarm(
                row.number("id"),
                new Trouble(row.text("kind"), row.text("line"), (int) row.number("level")),
                row.instant("began_at"),
                Optional.empty());
    }

    void ended(Alarm alarm) {
        if (sql.exists("select 1 from watch_alarm where id = ? and texted", alarm.id())) {
            text("T91", alarm, alarm.ended().orElseThrow());
        }
    }

    /** Whether the outbox took it for anybody. */
    private boolean text(String template, Alarm alarm, Instant at) {
        String line = alarm.trouble().line();
        String text = templates.render(
                template,
                Language.VI_PLAIN,
                Map.of(
                        "alarm", word("alarm." + alarm.trouble().kind()),
                        "line", line.isEmpty() ? word("alarm.everywhere") : line,
                        "time", TIME.format(at),
                        "date", DATE.format(at)));
        return settings.phones().stream().filter(phone -> put(phone, text)).count() > 0;
    }

    private boolean put(PhoneNumber phone, String text) {
        return outbox.put(new OutgoingSms(
                        phone,
                        text,
                        OutgoingSms.Kind.ALARM,
                        Optional.empty(),
                        WORTH,
                        Optional.empty(),
                        Optional.empty()))
                .isEmpty();
    }

    private String word(String name) {
        return templates.render(name, Language.VI_PLAIN, Map.of());
    }
}
