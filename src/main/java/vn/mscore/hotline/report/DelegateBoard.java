package vn.mscore.hotline.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;

/**
 * The digest of a delegate of the council for a session: own area, nobody's name, number, word or dossier code. Counts are
 * in whole fives and end with yesterday (ADR 16); the sealed lane is in none of them.
 */
public interface DelegateBoard {
    /** The most cases of each list. */
    int LISTED = 200;

    /** What came; empty unless {@code viewer} is a delegate with an area. */
    Optional<Digest> of(Viewer viewer, Wanted wanted);

    /** The committees of the council that follow categories, in the order of the table. */
    List<String> committees();

    /**
     * What is wanted of it.
     *
     * @param from the first day
     * @param to the last day, included
     * @param committee only what this one of {@link #committees()} follows; everything when empty
     * @param page of the transfers, from 1
     */
    record Wanted(LocalDate from, LocalDate to, String committee, int page) {}

    /**
     * The digest.
     *
     * @param transfers of this page: at most {@link #LISTED} that nobody answered, then as many that somebody did; due first
     *     at the beginning
     * @param page which one of them this is
     * @param questions what the delegates of the area put forward for questioning or oversight, whenever it came and whatever
     *     became of it: at most {@link #LISTED}, due first at the beginning
     */
    record Digest(
            LocalDate from,
            LocalDate to,
            String area,
            List<Line> fields,
            List<Line> places,
            List<Line> repeated,
            List<Transfer> transfers,
            Part page,
            List<Transfer> questions) {}

    /** A page of the transfers, the first is 1, and whether there are more. */
    record Part(int number, boolean more) {}

    /** Counts of a field, a place, or of a field at a place that came up again and again. */
    record Line(String name, long received, long answered, long overdue) {}

    /**
     * A case sent to an office.
     *
     * @param daysLeft working days until {@code due}, negative when late; 0 once answered
     * @param stands whether a pause holds the day: it is not late then
     * @param after the clocks that run once the office has answered
     */
    record Transfer(
            String ticket,
            String field,
            String unit,
            LocalDate sentOn,
            LocalDate due,
            int daysLeft,
            boolean stands,
            Optional<After> after) {}

    /**
     * After the settlement (Law on Citizen Reception 2013 art. 27, 28).
     *
     * @param reportBy seven working days later: the office has reported to who sent it
     * @param tellBy five working days later, an answer here being the report: the delegate has told the citizen
     */
    record After(LocalDate reportBy, LocalDate tellBy) {}
}
