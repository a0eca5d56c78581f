package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.life.ErasedWords;
import vn.mscore.hotline.platform.Sql;

/** What is left of a ticket whose time is over: that there was one. */
@Singleton
public class SqlErasedWords implements ErasedWords {
    /** Of the case with a row id: what was never written down is sealed too, so that only what was erased is empty. */
    static final String ERASED =
            "exists (select 1 from complaint_words e where e.complaint_id = %s and length(e.words_sealed) = 0)";

    private final Sql sql;

    /** Joined by CDI. */
    @Inject
    SqlErasedWords(Sql sql) {
        this.sql = sql;
    }

    @Override
    public boolean isErased(Complaint complaint) {
        return sql.exists(
                "select c.id from complaint c where c.id = ? and " + ERASED.formatted("c.id"), complaint.id());
    }

    /** Erases words, notes, decisions and numbers of the ticket with this row id, and who looked at it. Needs a transaction. */
    public void erase(long id) {
        sql.update("delete from case_token where complaint_id = ?", id);
        sql.update("delete from complaint_pending where complaint_id = ?", id);
        sql.update("delete from complaint_look where complaint_id = ?", id);
        sql.update(
                "update complaint_petition set decision_sealed = null, ground_sealed = null where complaint_id = ?",
                id);
        sql.update("update complaint_words set words_sealed = '' where complaint_id = ?", id);
        sql.update("update complaint_note set text_sealed = '' where complaint_id = ?", id);
        sql.update("update complaint_explanation set why_sealed = '' where complaint_id = ?", id);
        sql.update(
                "update complaint set phone_index = null, phone_sealed = null, about_sealed = null, about_digest = null,"
                        + " sender_digest = null, unread_due = null where id = ?",
                id);
    }
}
