package vn.mscore.hotline.notice;

import jakarta.enterprise.inject.Vetoed;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text message that a fact came from, as told in its source {@code sms:<inbox id>:<line>}.
 *
 * @param line the line it came in by, empty when not told
 */
@Vetoed
record SmsSource(long inboxId, Optional<String> line) {
    private static final Pattern SHAPE = Pattern.compile("sms:(\\d{1,19})(?::(.+))?");

    /** Reads a source; empty for those of other channels and for anything else. */
    static Optional<SmsSource> parse(String source) {
        Matcher shape = SHAPE.matcher(source);
        if (!shape.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SmsSource(Long.parseLong(shape.group(1)), Optional.ofNullable(shape.group(2))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
