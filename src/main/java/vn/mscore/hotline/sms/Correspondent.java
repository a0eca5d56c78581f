package vn.mscore.hotline.sms;

import java.util.Optional;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.shared.PhoneNumber;

/**
 * The other side of a line as the tables know it.
 *
 * @param text E.164 for a number, else what the radio said: a name, a short code, nothing
 * @param index keyed hash of {@code text}
 */
public record Correspondent(String text, byte[] index) {
    private static final int LONGEST = 64;

    /** Whoever calls himself {@code raw} on the air. */
    public static Correspondent of(String raw, BlindIndex blind) {
        String known = raw == null ? "" : raw.strip();
        String text = PhoneNumber.parse(known)
                .map(PhoneNumber::e164)
                .orElse(known.length() > LONGEST ? known.substring(0, LONGEST) : known);
        return new Correspondent(text, blind.of(BlindIndex.Purpose.LIMIT, text));
    }

    /** The telephone number, empty for names, short codes and hidden senders. */
    public Optional<PhoneNumber> phone() {
        return PhoneNumber.parse(text);
    }

    @Override
    public String toString() {
        return phone().map(PhoneNumber::toString).orElse("unnumbered");
    }
}
