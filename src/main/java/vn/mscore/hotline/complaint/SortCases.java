package vn.mscore.hotline.complaint;

import java.util.Optional;
import vn.mscore.hotline.complaint.AccusedOffices.Accused;
import vn.mscore.hotline.shared.UnitCode;

/** What the desk of the hotline does with a case. Each opens its own transaction; refusals: see {@link Decision}. */
public interface SortCases {
    /** Claims it. Refusal: {@code case.taken} (somebody else has it). */
    default Decision take(Grip grip) {
        return take(grip, false);
    }

    /** The same; {@code over} also when somebody else has it, who then has it no more. */
    Decision take(Grip grip, boolean over);

    /** Gives it back. */
    Decision release(Grip grip);

    /**
     * Says what it is; sets the clocks. A denunciation or a secret category moves it into the secret lane at once: it is
     * then unknown to everybody but the custodians. Refusals: {@code case.held} (a colleague has taken it, who is named: take it
     * over first), {@code complaint.category}, {@code case.split-first} (what belongs into that lane still stands in the case it was
     * split off, which is named).
     */
    default Decision classify(Grip grip, ComplaintKind kind, String category) {
        return classify(grip, kind, category, Optional.empty());
    }

    /**
     * The same, and which office is complained about; empty leaves it as it was, which is the office of the dossier until
     * somebody states another. Refusal: {@code complaint.unit} (there is no such office).
     */
    Decision classify(Grip grip, ComplaintKind kind, String category, Optional<Accused> accused);

    /**
     * Sends a classified case to an office when the undo window {@code hotline.case.undo} (600 s) has passed; urgent ones
     * leave at once. Until then the office knows nothing. Refusals: {@code case.held}, {@code case.unclassified}, {@code complaint.unit},
     * {@code complaint.unit-ended} (names the successor), {@code complaint.own-case} (the office would verify its own
     * people), {@code case.accused} (nobody stated yet whose people are complained about, or that it is not known),
     * {@code case.merged-accused}, {@code case.split-accused} (the same of what was merged into it or split off it),
     * {@code case.rejected-office} (the citizen was not content with the answer of this office, or it is below that one).
     */
    default Decision route(Grip grip, UnitCode unit) {
        return route(grip, unit, Optional.empty());
    }

    /** The same with a note that the office reads with it, numbers and codes masked. Refusal: {@code case.words} (too long). */
    Decision route(Grip grip, UnitCode unit, Optional<String> note);

    /** Takes back what still waits, without a trace for the office and the citizen. Refusal: {@code case.nothing-to-undo}. */
    Decision undo(Grip grip);

    /** Writes the neutral summary, numbers and codes masked; the newest counts. */
    Decision summarize(Grip grip, String text);
}
