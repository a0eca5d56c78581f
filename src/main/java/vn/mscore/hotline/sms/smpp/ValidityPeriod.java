package vn.mscore.hotline.sms.smpp;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.mscore.hotline.platform.Settings;

/** How validity_period is written (SMPP 3.4 5.2.16, 7.1.1). */
enum ValidityPeriod {
    /** As a length of time: {@code YYMMDDhhmmss000R}. */
    RELATIVE,
    /** As an end in universal time: {@code YYMMDDhhmmss000+}. */
    ABSOLUTE,
    /** Not at all: the operator's own. */
    NONE;

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final DateTimeFormatter END =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'000+'").withZone(ZoneOffset.UTC);

    static ValidityPeriod read(Settings settings, String key) {
        return valueOf(SmppSettings.choice(settings, key, "relative", "relative", "absolute", "none")
                .toUpperCase(Locale.ROOT));
    }

    /** {@code validity} from {@code now} on, at least a minute, at most thirty days. */
    String of(Duration validity, Instant now) {
        Duration least = validity.compareTo(SHORTEST) < 0 ? SHORTEST : validity;
        Duration time = least.compareTo(LONGEST) > 0 ? LONGEST : least;
        return switch (this) {
            case RELATIVE ->
                "0000" + two(time.toDays()) + two(time.toHoursPart()) + two(time.toMinutesPart())
                        + two(time.toSecondsPart()) + "000R";
            case ABSOLUTE -> END.format(now.plus(time));
            case NONE -> "";
        };
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
