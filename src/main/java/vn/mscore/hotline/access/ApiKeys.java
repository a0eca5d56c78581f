package vn.mscore.hotline.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.access.Accounts.Outcome;

/** Keys of other programs, as administrators keep them. Each call is a transaction of its own. */
public interface ApiKeys {
    /** All keys, the newest first; nothing for anybody but an administrator. */
    List<Listed> all(Viewer by);

    /** Makes a key for a program; the outcome holds it, it is never shown again. At most two years. */
    Outcome create(Viewer by, String name, Set<Scope> scopes, LocalDate lastDay);

    /** The key is no good any more. */
    Outcome revoke(Viewer by, long id);

    /** What a key opens. */
    enum Scope {
        /** Offices: {@code /api/v1/units}. */
        UNITS,
        /** Dossiers and their stages: {@code /api/v1/dossiers}. */
        DOSSIERS,
        /** Reading complaints: {@code /api/v1/complaints}. */
        COMPLAINTS,
        /** Reading scores: {@code /api/v1/scores}. */
        SCORES,
        /** Ordering survey calls: {@code /api/v1/survey-calls}. */
        SURVEY_CALLS
    }

    /**
     * A key in the list.
     *
     * @param id row
     * @param name of the program
     * @param shown its first characters
     * @param scopes what it opens
     * @param expires when it ends
     * @param revoked when it was revoked
     * @param used when it was last used, to the hour
     */
    record Listed(
            long id,
            String name,
            String shown,
            Set<Scope> scopes,
            Instant expires,
            Optional<Instant> revoked,
            Optional<Instant> used) {}
}
