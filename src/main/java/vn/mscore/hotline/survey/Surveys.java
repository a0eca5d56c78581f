package vn.mscore.hotline.survey;

import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitName;

/** Calls that ask people about a service they received; one per dossier. Needs a transaction. */
public interface Surveys {
    /**
     * Orders a call about a dossier, or finds the one ordered before. Refusals: {@code survey.unknown-dossier},
     * {@code survey.not-returned}, {@code survey.no-number}, {@code survey.opted-out}.
     */
    Ordered order(DossierCode dossier);

    /** What is known of an ordered survey. */
    Optional<Course> course(String reference);

    /** What the flow needs to talk, by the reference of the call ({@code call.start().reference()}); empty when over or unknown. */
    Optional<Talk> talk(String reference);

    /** The person agreed to be asked (key 1). */
    void agreed(String reference);

    /**
     * How the talk ended by a key or after the last question: {@link SurveyEnd#COMPLETE}, {@link SurveyEnd#REFUSED} (no such
     * call ever again), {@link SurveyEnd#CALL_LATER}, {@link SurveyEnd#NOT_APPLICANT}. A hang-up needs no word: when the call
     * is over, what was answered is kept, as {@link SurveyEnd#COMPLETE} behind the last question, else as
     * {@link SurveyEnd#PARTIAL}.
     */
    void end(String reference, SurveyEnd end);

    /** Ends the surveys of a number that wait for a call, at its own request: the number is forgotten. Returns how many. */
    int forget(PhoneNumber phone);

    /** How many {@link #forget} would end now. */
    int count(PhoneNumber phone);

    /**
     * What came of an order.
     *
     * @param reference empty when refused
     * @param before whether it had been ordered before
     */
    record Ordered(Optional<String> reference, boolean before, Optional<Reason> refusal) {}

    /**
     * Who is asked about what.
     *
     * @param office where the result was collected
     * @param answers given in an earlier call that broke off; they need not be asked again
     */
    record Talk(DossierCode dossier, PhoneNumber phone, UnitName office, Map<SurveyQuestion, Integer> answers) {}

    /**
     * How far a survey has come. Never the number nor an answer.
     *
     * @param tries calls made so far
     * @param agreed whether the person agreed to be asked
     * @param end empty while open
     */
    record Course(String reference, int tries, boolean agreed, Optional<SurveyEnd> end) {}
}
