package vn.mscore.hotline.sms.pdu;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How long the centre may try (TS 23.040 9.2.3.12): relative, absolute, or not told.
 *
 * @param relative the octet of the relative format
 * @param absolute the moment of the absolute format
 */
public record Validity(OptionalInt relative, Optional<Scts> absolute) {
    /** The network's default. */
    public static final Validity NONE = new Validity(OptionalInt.empty(), Optional.empty());

    private static final int ENHANCED_LENGTH = 7;

    /** The shortest relative validity of at least {@code time}, at most 63 weeks. */
    public static Validity of(Duration time) {
        long minutes = Math.max(5, time.toMinutes());
        long octet;
        if (minutes <= 12 * 60) {
            octet = (minutes + 4) / 5 - 1;
        } else if (minutes <= 24 * 60) {
            octet = 143 + (minutes - 12 * 60 + 29) / 30;
        } else if (minutes <= 30 * 24 * 60) {
            octet = 166 + (minutes + 24 * 60 - 1) / (24 * 60);
        } else {
            octet = Math.min(255, 192 + (minutes + 7 * 24 * 60 - 1) / (7 * 24 * 60));
        }
        return new Validity(OptionalInt.of((int) octet), Optional.empty());
    }

    /** Bits 4 and 3 of the first octet (9.2.3.3). */
    int format() {
        int absoluteOrNone = absolute.isPresent() ? 0x18 : 0;
        return relative.isPresent() ? 0x10 : absoluteOrNone;
    }

    static Validity decode(int first, Octets in) {
        return switch (first & 0x18) {
            case 0x10 -> new Validity(OptionalInt.of(in.next()), Optional.empty());
            case 0x18 -> new Validity(OptionalInt.empty(), Optional.of(Scts.decode(in)));
            case 0x08 -> skipEnhanced(in);
            default -> NONE;
        };
    }

    private static Validity skipEnhanced(Octets in) {
        in.next(ENHANCED_LENGTH);
        return NONE;
    }

    byte[] octets() {
        return relative.isPresent()
                ? new byte[] {(byte) relative.getAsInt()}
                : absolute.map(Scts::octets).orElse(new byte[0]);
    }
}
