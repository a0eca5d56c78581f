package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import vn.mscore.hotline.complaint.SealedErasure;
import vn.mscore.hotline.complaint.jpa.SqlErasedWords;
import vn.mscore.hotline.platform.Sql;

/**
 * Leaves of a sealed case that there was one, when, and who looked; words that came after that go in their time too. Its
 * recordings go when no words need them any more.
 */
@Singleton
public class SqlSealedErasure implements SealedErasure {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String OVER = "select straight_join s.complaint_id as id from sealed_case s"
            + " join complaint c on c.id = s.complaint_id where s.stage = 'CLOSED' and s.closed_on < ?"
            + " and (s.erased_on is null or exists (select 1 from complaint_words w where w.complaint_id = s.complaint_id"
            + " and length(w.words_sealed) > 0)) and not "
            + SqlSealedSigns.NEW_WORDS
            + " and not exists (select 1 from complaint_words w where w.complaint_id = s.complaint_id and w.at >= ?)"
            + " and not exists (select 1 from legal_hold h where h.ticket = c.ticket and h.lifted_at is null)"
            + " order by s.complaint_id limit ? for update";

    private final Sql sql;
    private final SqlErasedWords words;
    private final SqlLooks looks;
    private final LetterDays days;

    /** Joined by CDI. */
    @Inject
    SqlSealedErasure(Sql sql, SqlErasedWords words, SqlLooks looks, LetterDays days) {
        this.sql = sql;
        this.words = words;
        this.looks = looks;
        this.days = days;
    }

    @Override
    public void erase(LocalDate before, int limit) {
        sql.ids(OVER, before, before.atStartOfDay(VIETNAM).toInstant(), limit).forEach(this::erase);
    }

    private void erase(long id) {
        sql.update(
                "update sealed_case set summary_sealed = null, accused_sealed = null, outcome_sealed = null, outcome = null,"
                        + " outcome_by = null, receipt_digest = null, erased_on = ? where complaint_id = ?",
                days.today(),
                id);
        sql.update(
                "update sealed_handover set withdrawn = withdrawn or sent_on is null, words_sealed = '',"
                        + " override_sealed = null, conflict = null, dossier_masked = '' where complaint_id = ?",
                id);
        sql.update(
                "update sealed_reopening set reason_sealed = '', outcome = null, outcome_sealed = null,"
                        + " withdrawn = withdrawn or confirmed_by is null where complaint_id = ?",
                id);
        sql.update("update sealed_paper set words_sealed = '' where complaint_id = ?", id);
        sql.update("update sealed_opening set reason_sealed = '' where complaint_id = ?", id);
        sql.update("update complaint set words_digest = random_bytes(32) where id = ?", id);
        words.erase(id);
        looks.erased(id);
    }
}
