package vn.mscore.hotline.console.workbench;

import java.time.LocalDate;
import vn.mscore.hotline.complaint.CaseCursor;

/**
 * Where one kind of desk items goes on after a cursor that may stand at an item of another kind: everything on a later day,
 * and on that day what comes after the key.
 *
 * @param day the day of the cursor
 * @param id the last id of this kind on that day that has been shown
 */
record ItemPlace(LocalDate day, long id) {
    /** Desk items are to be done, never urgent. */
    static final int RANK = 1;

    /** Past the last item. */
    private static final ItemPlace END = new ItemPlace(LocalDate.of(9999, 12, 31), Long.MAX_VALUE);

    private static final ItemPlace START = new ItemPlace(LocalDate.EPOCH, -1);

    static ItemPlace after(CaseCursor cursor, String prefix) {
        if (cursor.rank() != RANK) {
            return cursor.rank() < RANK ? START : END;
        }
        return new ItemPlace(cursor.due(), lastId(cursor.key(), prefix));
    }

    private static long lastId(String key, String prefix) {
        if (key.startsWith(prefix) && key.substring(prefix.length()).matches("\\d{19}")) {
            return Long.parseLong(key.substring(prefix.length()));
        }
        return key.compareTo(prefix) < 0 ? -1 : Long.MAX_VALUE;
    }

    static CaseCursor of(LocalDate day, String prefix, long id) {
        return new CaseCursor(RANK, day, prefix + String.format("%019d", id));
    }
}
