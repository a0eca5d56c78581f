package vn.mscore.hotline.complaint;

import vn.mscore.hotline.access.Viewer;

/**
 * The one place that decides who sees which case. Operators: all but sealed ones. Officers: classified, not sealed, with
 * their own office or with one that it follows today. Leaders: the same for all below their office. Delegates: the same
 * for their area. Custodians: sealed ones only. Auditors and administrators: none. Needs a transaction.
 */
public interface Sights {
    /** The rows of {@code viewer} in either lane. */
    Sight of(Viewer viewer);

    /**
     * The same people looking at something of one office: {@code column} holds the code of the office. Operators: of all;
     * officers and leaders: of the offices they answer for; others: nothing.
     */
    Sight byOffice(Viewer viewer, String column);

    /**
     * {@link #byOffice}, and for a leader whose office has the council of the province below it, as the tree is today, what is of
     * no office: of the desk, which is the council's. Says nothing of the case it is in: that he sees only once it is with an
     * office that he answers for.
     */
    Sight byOfficeOrDesk(Viewer viewer, String column);

    /** Those of {@code sight} whose {@code column} holds an office of one's own: it, or one it follows, none below. */
    Sight withinOwnOffice(Sight sight, Viewer viewer, String column);

    /** The rows of {@code viewer} outside the sealed lane: for lists, search, counts and pages. */
    default Sight open(Viewer viewer) {
        return of(viewer).and("c.secret = 0");
    }
}
