package vn.mscore.hotline.score;

import java.util.Optional;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;

/** Records a citizen's mark of a service. */
public interface RecordScore {
    /**
     * Records or, within seven days, replaces the mark of this number for this dossier; the old one stays in the history, and
     * who was tied to the dossier once stays so.
     * Refusals: {@code score.range} (not 1..10), {@code score.not-eligible} (unknown dossier, window over, too many today).
     */
    Outcome record(NewScore score);

    /** Adds the reason 1..5 (1 slow, 2 attitude, 3 unclear, 4 money, 5 other) to the newest score of this number and dossier. */
    void reason(PhoneNumber phone, DossierCode code, int reason);

    /**
     * Adds what is asked beside the mark to the newest score of this number and dossier.
     *
     * @param visits how often one had to come, 0 to 99; empty leaves it
     * @param clear whether the guidance was clear; empty leaves it
     */
    void details(PhoneNumber phone, DossierCode code, Optional<Integer> visits, Optional<Boolean> clear);

    /** Adds a comment, sealed; it reaches no department before classification. */
    void comment(PhoneNumber phone, DossierCode code, String text);

    /** Whether this number already has a score that counts for the dossier (one given while in progress does not). */
    boolean hasScored(PhoneNumber phone, DossierCode code);

    /** A mark. {@code strength} says how sure we are that the marker is the applicant. */
    record NewScore(PhoneNumber phone, DossierCode code, int points, Channel channel, Proof strength) {}

    /** The way it came. */
    enum Channel {
        /** Text message. */
        SMS,
        /** Keypad. */
        IVR,
        /** Survey invitation by text. */
        SURVEY_SMS
    }

    /** How the marker was tied to the dossier, with the weight in published means (security R18). */
    enum Proof {
        /** The number registered with the dossier. */
        REGISTERED_PHONE(1.0),
        /** The PIN of the receipt. */
        PIN(0.5),
        /** Only the code. */
        NONE(0),
        /** Only the code, from a number that is shown and not believed (ADR 52): it takes the place of nothing that counts. */
        CLAIMED(0);

        private final double weight;

        Proof(double weight) {
            this.weight = weight;
        }

        /** How much such a mark counts in published means. */
        public double weight() {
            return weight;
        }
    }

    /** Either recorded (first, replaced; counted or kept apart as "in progress") or refused. */
    record Outcome(Optional<Reason> refused, boolean replaced, boolean inProgress) {}
}
