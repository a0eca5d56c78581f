package vn.mscore.hotline.sms.outbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.OutgoingSms.Kind;

/**
 * What the deployer may change about the outbox (security section 4).
 *
 * @param per10Minutes replies to one number in ten minutes
 * @param perDay replies to one number in a day; as many unasked texts besides
 * @param allPerDay replies to all numbers in a day: the breaker
 * @param allPerHour replies to all numbers in an hour, more wait for a later one; {@link Integer#MAX_VALUE} for no limit
 * @param prefixDigits digits after +84 that the numbers of one block share
 * @param prefixPerDay replies to one block of numbers in a day
 * @param destinations E.164 numbers we may send to; empty for Vietnamese mobile numbers
 * @param ownNumbers numbers of our own lines, never answered
 * @param resendAfter how long a text of unknown fate waits for a delivery report before its one second copy
 * @param validity how long at most a text of a kind is worth sending
 */
record OutboxSettings(
        int per10Minutes,
        int perDay,
        int allPerDay,
        int allPerHour,
        int prefixDigits,
        int prefixPerDay,
        Optional<Pattern> destinations,
        Set<PhoneNumber> ownNumbers,
        Duration resendAfter,
        Map<Kind, Duration> validity) {

    private static final int ENOUGH_FOR_A_BLOCK = 300;
    private static final int A_THIRD = 3;

    static OutboxSettings from(Settings settings) {
        int allPerDay = settings.number("hotline.reply.global.day", 3000, 0, Integer.MAX_VALUE);
        return new OutboxSettings(
                settings.number("hotline.reply.perNumber.10min", 5, 0, 1_000_000),
                settings.number("hotline.reply.perNumber.day", 20, 0, 1_000_000),
                allPerDay,
                settings.number("hotline.reply.global.hour", Integer.MAX_VALUE, 1, Integer.MAX_VALUE),
                settings.number("hotline.reply.prefix.digits", 5, 2, 8),
                settings.number("hotline.reply.prefix.day", prefixPerDay(allPerDay), 1, Integer.MAX_VALUE),
                settings.text("hotline.sms.destinations")
                        .filter(text -> !text.isBlank())
                        .map(OutboxSettings::pattern),
                own(settings.text("hotline.sms.ownNumbers").orElse("")),
                settings.seconds("hotline.sms.unknown.resendAfter", 120),
                Map.of(
                        Kind.ANSWER, validity(settings, "hotline.sms.validity.answer"),
                        Kind.NOTICE, validity(settings, "hotline.sms.validity.notice"),
                        Kind.SURVEY, validity(settings, "hotline.sms.validity.survey"),
                        Kind.PROBE, Duration.ofHours(1),
                        Kind.ALARM, Duration.ofHours(4)));
    }

    /**
     * Three blocks of ten thousand numbers spend the budget for all: the people of a province, be they all with one operator,
     * have many more of them, and no block is cut before that unless it asks for much more than its share.
     */
    private static int prefixPerDay(int allPerDay) {
        return Math.max(ENOUGH_FOR_A_BLOCK, allPerDay / A_THIRD);
    }

    private static Duration validity(Settings settings, String key) {
        return Duration.ofHours(settings.number(key, 24, 1, 24));
    }

    /** Whether {@code number} is one we may send to. */
    boolean allows(PhoneNumber number) {
        return !ownNumbers.contains(number)
                && destinations
                        .map(pattern -> pattern.matcher(number.e164()).matches())
                        .orElseGet(number::isVietnameseMobile);
    }

    /** Whether {@code number} is one of our own lines. */
    boolean isOwn(PhoneNumber number) {
        return ownNumbers.contains(number);
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text.strip());
        } catch (PatternSyntaxException e) {
            throw new Settings.WrongSetting("hotline.sms.destinations", "is not a regular expression");
        }
    }

    private static Set<PhoneNumber> own(String list) {
        return Arrays.stream(list.split(","))
                .filter(text -> !text.isBlank())
                .map(text -> PhoneNumber.parse(text.strip())
                        .orElseThrow(() -> new Settings.WrongSetting(
                                "hotline.sms.ownNumbers", "must be telephone numbers, comma separated")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
