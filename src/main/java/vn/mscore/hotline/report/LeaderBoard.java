package vn.mscore.hotline.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.shared.UnitCode;

/** What is late, at which step, with whom, for how many days, and why; for a leader and the units below him. */
public interface LeaderBoard {
    /** The board of {@code viewer} on {@code day}; empty unless he is a leader with a unit. Opens its own transaction. */
    Optional<Board> of(Viewer viewer, LocalDate day);

    /**
     * Everything that is late, for files; empty as above. Nothing is read before a list of it is asked for, and only that list:
     * in the transaction of whoever asks, cases while they are taken.
     */
    Optional<Whole> whole(Viewer viewer, LocalDate day);

    /** The lists of a board from beginning to end, in the same order. */
    interface Whole {
        /** Who holds longest. */
        List<Holder> holders();

        /** The marks of the offices. */
        List<UnitScore> scores();

        /** Dossiers past their day. */
        List<LateDossier> dossiers();

        /** Cases past their day. */
        Stream<LateCase> cases();
    }

    /**
     * One page: the lists of what is late have at most fifty rows each, that of the holders twenty.
     *
     * @param holders who holds longest, longest first
     * @param steps how many holders there are in all
     * @param causes why overdue dossiers are late, most frequent first
     * @param scores of the last twelve months, worst first, those without enough marks last
     */
    record Board(
            LocalDate day,
            Today today,
            List<Holder> holders,
            int steps,
            List<Cause> causes,
            List<UnitScore> scores,
            List<LateDossier> dossiers,
            List<LateCase> cases) {}

    /**
     * The line on top. Cases of the sealed lane are in none of these numbers.
     *
     * @param fresh cases that came to the units on the day
     * @param lateCases cases past their day
     * @param lateDossiers dossiers past their day
     * @param score all marks that may be told, empty when there are not enough
     */
    record Today(long fresh, long lateCases, long lateDossiers, Optional<Mean> score) {}

    /** A step of an office: how many dossiers it holds, how many longer than allowed, and the longest in working days. */
    record Holder(UnitCode unit, String name, String stage, int dossiers, int late, int longestDays) {}

    /** A reason and how many overdue dossiers have it; an empty reason is "none was written". */
    record Cause(String reason, long dossiers, int percent) {}

    /** The mark of an office; empty when there are too few. */
    record UnitScore(UnitCode unit, String name, Optional<Mean> mean) {}

    /** A dossier past its day: who has it and for how many working days. */
    record LateDossier(String code, String unit, String stage, int heldDays, LocalDate due, int lateDays) {}
}
