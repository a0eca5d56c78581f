package vn.mscore.hotline.citizen;

import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;

/**
 * When we may contact a number unasked (R16): texts on working days between 07:00 and 22:00 in Vietnam, at most three in
 * 24 hours; calls between 08:00 and 17:00, one in 24 hours; no surveys after an opt-out. Direct replies never come here and are not counted.
 */
public interface ContactPolicy {
    /** Decides for a text wanted at {@code at}. What it allows, it counts: ask only for what will be sent. */
    Verdict mayText(PhoneNumber phone, Purpose purpose, Instant at);

    /**
     * Books the first instant from {@code wanted} on at which the text may leave, and counts it then; empty when it may
     * never be sent (opt-out) or not within two weeks.
     */
    Optional<Instant> book(PhoneNumber phone, Purpose purpose, Instant wanted);

    /** {@code at} itself within the hours of a working day in which texts may leave unasked, else the beginning of the next ones. */
    Instant textsFrom(Instant at);

    /**
     * Decides for a call wanted at {@code at}: on working days between 08:00 and 17:00, one in 24 hours, none for a
     * survey after an opt-out. What it allows, it counts.
     */
    Verdict mayRing(PhoneNumber phone, Purpose purpose, Instant at);

    /** When the hours of the day of {@code at} end in which somebody may be rung unasked. */
    Instant ringsUntil(Instant at);

    /** Why we write. */
    enum Purpose {
        /** What became of a ticket the citizen opened: promised with its receipt. */
        OWN_TICKET,
        /** Something happened to the citizen's own dossier, that a late one is late among it: owed to him, no question of ours. */
        NOTICE,
        /** We ask for a score: what an opt-out stops, as T25 says. */
        SURVEY
    }

    /** Now, from a later instant on, or never. */
    record Verdict(boolean allowed, Optional<Instant> from, String why) {}
}
