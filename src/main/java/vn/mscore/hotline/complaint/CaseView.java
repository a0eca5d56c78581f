package vn.mscore.hotline.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.shared.UnitName;

/**
 * A case as one role may see it: what a role may not see is empty here, so no page can show it.
 *
 * @param version what a command on this case must name
 * @param caller the masked number; operators only
 * @param about the dossier; operators and the office
 * @param said the citizen's words and the answers, oldest first; none for delegates
 * @param steps what happened, oldest first
 * @param suggested what the tables make of the words; operators only
 */
public record CaseView(
        CaseRow row,
        int version,
        String categoryCode,
        LocalDate registered,
        LocalDate due,
        Optional<UnitCode> unit,
        Optional<String> caller,
        Optional<DossierCode> about,
        List<Said> said,
        List<Step> steps,
        Optional<Suggested> suggested) {
    /** The same with a suggestion. */
    public CaseView with(Suggested suggestion) {
        return new CaseView(
                row, version, categoryCode, registered, due, unit, caller, about, said, steps, Optional.of(suggestion));
    }

    /**
     * Words of somebody.
     *
     * @param author CITIZEN, OFFICE or NOTE
     * @param at the instant; operators only
     */
    public record Said(String author, Optional<Instant> at, LocalDate on, String text) {}

    /**
     * A step in its life.
     *
     * @param actor who; for others than operators only the side: office, citizen, hotline
     * @param at the instant; operators only
     */
    public record Step(
            String actor,
            Optional<Instant> at,
            LocalDate on,
            Optional<ComplaintStatus.State> from,
            ComplaintStatus.State to,
            Optional<String> unit,
            String note) {}

    /**
     * What the tables suggest.
     *
     * @param category code of the field
     * @param sure whether no other field weighs as much
     * @param unit the office, where the tree tells it
     * @param lead who leads, in words
     * @param due what the deadline would be
     * @param why words of our tables that led here
     */
    public record Suggested(
            ComplaintKind kind,
            String category,
            String categoryName,
            boolean sure,
            Optional<UnitCode> unit,
            Optional<UnitName> unitName,
            String lead,
            LocalDate due,
            List<String> why) {}
}
