package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;

/** What leaves the open lane together with a ticket: ties, what waits, and the key of what was written about it. */
@Singleton
class SqlLanes {
    private final Sql sql;
    private final Seals seals;

    @Inject
    SqlLanes(Sql sql, Seals seals) {
        this.sql = sql;
        this.seals = seals;
    }

    private record Sealed(long id, byte[] text) {}

    /**
     * Those merged into a ticket that were not answered together with it, nor erased since; the others have their answer, or
     * nothing to answer, and stay as they are.
     */
    List<Long> unanswered(long id) {
        return sql.ids(
                "select m.complaint_id as id from complaint_merge m where m.into_id = ? and not "
                        + SqlErasedWords.ERASED.formatted("m.complaint_id") + " and not exists (select 1"
                        + " from complaint_words w where w.complaint_id = m.complaint_id and "
                        + SqlGivenAnswers.STANDS + ")",
                id);
    }

    /** The state a merged case had before. */
    State stateBefore(long child) {
        return sql.first(
                        "select state from complaint_merge where complaint_id = ?",
                        row -> State.valueOf(row.text("state")),
                        child)
                .orElseThrow();
    }

    /** Cuts every tie of a ticket that becomes secret, forgets who looked at it and seals what is written of it under the key of that lane. */
    void cut(long id) {
        sql.update("delete from complaint_link where one = ? or other = ?", id, id);
        sql.update("delete from complaint_merge where complaint_id = ? or into_id = ?", id, id);
        sql.update("delete from complaint_pending where complaint_id = ?", id);
        sql.update("delete from complaint_accused where complaint_id = ?", id);
        sql.update("delete from complaint_rejected where complaint_id = ?", id);
        sql.update("delete from complaint_look where complaint_id = ?", id);
        sql.update("update complaint set unread_due = null where id = ?", id);
        reseal("complaint_note", "id", "text_sealed", id);
        reseal("complaint_explanation", "id", "why_sealed", id);
        reseal("complaint_petition", "complaint_id", "decision_sealed", id);
        reseal("complaint_petition", "complaint_id", "ground_sealed", id);
    }

    private void reseal(String table, String key, String column, long complaint) {
        for (Sealed row : sql.rows(
                "select " + key + " as id, " + column + " as text from " + table + " where complaint_id = ? and "
                        + column + " is not null for update",
                row -> new Sealed(row.number("id"), row.bytes("text")),
                complaint)) {
            Place place = new Place(table, column, row.id());
            sql.update(
                    "update " + table + " set " + column + " = ? where " + key + " = ?",
                    seals.office(place, true, seals.office(place, row.text())),
                    row.id());
        }
    }
}
