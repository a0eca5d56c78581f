package vn.mscore.hotline.privacy;

import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Optional;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;

/**
 * What is noted of a lane's key.
 *
 * @param firstUsed when it was made; it is the key of that year in Vietnam
 * @param unusedSince since when no value was found under it
 * @param destroyed when it was decided that it goes, on every node
 */
record KeyLife(Lane lane, int number, Instant firstUsed, Optional<Instant> unusedSince, Optional<Instant> destroyed) {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    String name() {
        return KeyRing.fileName(lane, number);
    }

    /** Its year. */
    Year year() {
        return yearOf(firstUsed);
    }

    /** The year in Vietnam. */
    static Year yearOf(Instant at) {
        return Year.of(at.atOffset(VIETNAM).getYear());
    }

    /** When its year was over. */
    Instant yearEnded() {
        return year().plusYears(1).atDay(1).atStartOfDay().toInstant(VIETNAM);
    }

    boolean isDestroyed() {
        return destroyed.isPresent();
    }

    /** Whether a value may be under it. */
    boolean isUsed() {
        return unusedSince.isEmpty() && destroyed.isEmpty();
    }
}
