package vn.mscore.hotline.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.shared.UnitCode;

/**
 * A case as one role may see it: what a role may not see is empty here, so no page can show it.
 *
 * @param due the day by which the next step is owed
 * @param promised the day the citizen was told
 * @param caller the masked number; operators only
 * @param about the dossier; operators and the office
 * @param summary the neutral summary of the desk
 * @param said the newest of the citizen's words and of the answers, at most {@link #NEWEST}, oldest first; none for delegates
 * @param steps the newest of what happened, at most {@link #NEWEST}, oldest first
 * @param earlier how much of both came before
 * @param notes of the desk, or of the own office, the summary and why the clock was stopped
 * @param bonds other cases tied to it that the viewer may see too
 * @param suggested what the tables make of the words; operators only
 * @param pending a decision within its undo window; operators, and officers their own
 * @param possible what the viewer may do now
 */
public record CaseView(
        CaseRow row,
        String categoryCode,
        LocalDate registered,
        LocalDate due,
        LocalDate promised,
        Optional<UnitCode> unit,
        Optional<String> caller,
        Optional<DossierCode> about,
        Optional<String> summary,
        List<Said> said,
        List<Step> steps,
        Earlier earlier,
        List<CaseNotes.Note> notes,
        CaseBonds.Bonds bonds,
        Optional<Suggestions.Suggestion> suggested,
        Optional<PendingDeeds.Pending> pending,
        Set<CaseCommand> possible) {
    /** Most words, and most steps, at once. */
    public static final int NEWEST = 200;

    /** How many words and steps are older than those shown. */
    public record Earlier(int words, int steps) {}

    /** As {@link CaseView} shows them: words and steps older than its own, and how many are older still. */
    public record Past(List<Said> said, List<Step> steps, Earlier earlier) {}

    /**
     * Words of somebody.
     *
     * @param author {@link #CITIZEN} or {@code OFFICE}
     * @param at the instant; operators only
     * @param text without telephone numbers of a citizen; empty while spoken words are not typed
     * @param spoken whether they were spoken
     * @param recording the id of their recording; operators only
     * @param typedBy who typed them; operators only
     */
    public record Said(
            String author,
            Optional<Instant> at,
            LocalDate on,
            String text,
            boolean spoken,
            Optional<String> recording,
            Optional<String> typedBy) {
        /** The author of what the citizen said. */
        public static final String CITIZEN = "CITIZEN";
    }

    /**
     * A step in its life.
     *
     * @param actor who; for others than operators only the side: office, citizen, hotline
     * @param at the instant; operators only
     */
    public record Step(
            String actor,
            String deed,
            Optional<Instant> at,
            LocalDate on,
            Optional<ComplaintStatus.State> from,
            ComplaintStatus.State to,
            Optional<String> unit,
            String note) {}
}
