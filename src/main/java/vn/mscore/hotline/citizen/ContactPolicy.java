package vn.mscore.hotline.citizen;

import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;

/** When we may contact a number unasked (R16): windows, holidays, limits a day, opt-out. */
public interface ContactPolicy {
    /** Decides for a text wanted at {@code at}. */
    Verdict mayText(PhoneNumber phone, Purpose purpose, Instant at);

    /** Why we write. */
    enum Purpose {
        /** Something happened to the citizen's own matter. */
        NOTICE,
        /** We ask for a score. */
        SURVEY
    }

    /** Now, from a later instant on, or never. */
    record Verdict(boolean allowed, Optional<Instant> from, String why) {}
}
