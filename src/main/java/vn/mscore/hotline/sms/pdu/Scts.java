package vn.mscore.hotline.sms.pdu;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A service centre time stamp (TS 23.040 9.2.3.11): seven octets of swapped digits, the last one a zone in quarters of
 * an hour.
 *
 * @param hex the seven octets as they came
 */
public record Scts(String hex) {
    private static final int LENGTH = 7;

    static Scts decode(Octets in) {
        return new Scts(Octets.hex(in.next(LENGTH)));
    }

    /** The stamp of {@code time}; years 2000-2099, offset rounded to quarters of an hour. */
    public static Scts of(OffsetDateTime time) {
        int quarters = time.getOffset().getTotalSeconds() / 900;
        int[] fields = {
            time.getYear() % 100,
            time.getMonthValue(),
            time.getDayOfMonth(),
            time.getHour(),
            time.getMinute(),
            time.getSecond(),
            Math.abs(quarters)
        };
        byte[] octets = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            octets[i] = (byte) (fields[i] % 10 << 4 | fields[i] / 10);
        }
        octets[LENGTH - 1] |= (byte) (quarters < 0 ? 0x08 : 0);
        return new Scts(Octets.hex(octets));
    }

    /** The moment; empty when the digits are no date. */
    public Optional<OffsetDateTime> time() {
        int sign = (octets()[LENGTH - 1] & 0x08) != 0 ? -1 : 1;
        return fields().flatMap(fields -> moment(fields, sign));
    }

    private Optional<int[]> fields() {
        int[] fields = new int[LENGTH];
        byte[] octets = octets();
        for (int i = 0; i < LENGTH; i++) {
            int tens = octets[i] & (i == LENGTH - 1 ? 0x07 : 0x0F);
            int ones = (octets[i] >> 4) & 0x0F;
            if (tens > 9 || ones > 9) {
                return Optional.empty();
            }
            fields[i] = 10 * tens + ones;
        }
        return Optional.of(fields);
    }

    private static Optional<OffsetDateTime> moment(int[] fields, int sign) {
        try {
            ZoneOffset zone = ZoneOffset.ofTotalSeconds(sign * fields[6] * 900);
            return Optional.of(OffsetDateTime.of(
                    2000 + fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], 0, zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    byte[] octets() {
        return Octets.parse(hex);
    }
}
