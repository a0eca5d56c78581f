package vn.mscore.hotline.watch.line;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.privacy.BlindIndex.Purpose;

/**
 * The text of a probe: which line, which day, and a keyed hash of both, so that it is known when it comes back, even after
 * a restart, and nobody else can write one.
 *
 * @param line which sent it
 * @param day of its sending in Vietnam
 */
record ProbeToken(String line, LocalDate day) {
    private static final Pattern SHAPE =
            Pattern.compile("HOTLINE KIEM TRA ([A-Za-z0-9_-]{1,30}) (20\\d{6}) ([0-9a-f]{16})");
    private static final int OCTETS = 8;

    /** In the default alphabet, one part. */
    String text(BlindIndex blind) {
        return "HOTLINE KIEM TRA " + line + " " + date() + " " + hash(blind.of(Purpose.DEDUPE, subject()));
    }

    /** The probe that {@code text} is, if it is one of ours of this or last month. */
    static Optional<ProbeToken> read(String text, BlindIndex blind) {
        Matcher matcher = SHAPE.matcher(text.strip());
        return matcher.matches()
                ? day(matcher.group(2))
                        .map(day -> new ProbeToken(matcher.group(1), day))
                        .filter(token -> token.isSigned(matcher.group(3), blind))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    private boolean isSigned(String hash, BlindIndex blind) {
        return blind.all(Purpose.DEDUPE, subject()).stream()
                .anyMatch(key -> MessageDigest.isEqual(
                        hash(key).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII)));
    }

    private String subject() {
        return "probe\u001f" + line + "\u001f" + date();
    }

    private String date() {
        return DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    private static String hash(byte[] key) {
        return HexFormat.of().formatHex(Arrays.copyOf(key, OCTETS));
    }
}
