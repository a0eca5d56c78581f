package vn.mscore.hotline.citizen;

import jakarta.enterprise.inject.Vetoed;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import vn.mscore.hotline.platform.Settings;

/**
 * How people may be contacted unasked.
 *
 * @param textsFrom first local time of the day a text may leave, {@code hotline.contact.sms.from}
 * @param textsUntil the local time from which none may leave, {@code hotline.contact.sms.until}
 * @param textsADay most unasked texts to a number within 24 hours, {@code hotline.contact.sms.perNumber.day}
 * @param calls hours in which people are rung unasked, {@code hotline.contact.call.from} and {@code .until}
 * @param wordingVersion which wording of opt-out and opt-in is in use, {@code hotline.consent.wording}
 */
@Vetoed
public record CitizenSettings(
        LocalTime textsFrom, LocalTime textsUntil, int textsADay, Hours calls, String wordingVersion) {
    /** Reads and checks them; the window may not span midnight. */
    public static CitizenSettings from(Settings settings) {
        LocalTime from = time(settings, "hotline.contact.sms.from", "07:00");
        LocalTime until = time(settings, "hotline.contact.sms.until", "22:00");
        Settings.WrongSetting.unless(
                from.isBefore(until), "hotline.contact.sms.until", "must be later than hotline.contact.sms.from");
        return new CitizenSettings(
                from,
                until,
                settings.number("hotline.contact.sms.perNumber.day", 3, 0, 50),
                calls(settings),
                wording(settings));
    }

    private static Hours calls(Settings settings) {
        String end = "hotline.contact.call.until";
        Hours hours = new Hours(time(settings, "hotline.contact.call.from", "08:00"), time(settings, end, "17:00"));
        Settings.WrongSetting.unless(
                hours.from().isBefore(hours.until()), end, "must be later than hotline.contact.call.from");
        return hours;
    }

    /** A span of the day, the end not included. */
    public record Hours(LocalTime from, LocalTime until) {}

    private static String wording(Settings settings) {
        String key = "hotline.consent.wording";
        String wording = settings.text(key).orElse("2026-1");
        Settings.WrongSetting.unless(
                wording.matches("[A-Za-z0-9._-]{1,50}"), key, "must be 1 to 50 of A-Z a-z 0-9 . _ -");
        return wording;
    }

    private static LocalTime time(Settings settings, String key, String fallback) {
        try {
            return LocalTime.parse(settings.text(key).orElse(fallback));
        } catch (DateTimeParseException e) {
            throw new Settings.WrongSetting(key, "must be a time such as 07:00");
        }
    }
}
