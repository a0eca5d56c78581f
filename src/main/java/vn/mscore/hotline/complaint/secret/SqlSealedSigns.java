package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import vn.mscore.hotline.complaint.SealedCases.Signs;
import vn.mscore.hotline.platform.Sql;

/** What presses in a case, read without opening it: nothing finer than a day, no word, no number. */
@Singleton
class SqlSealedSigns {
    /** Of {@code sealed_case s}: whether the citizen said something that no reader has been shown. */
    static final String NEW_WORDS = "coalesce(s.words_shown < (select count(*) from complaint_words w"
            + " where w.complaint_id = s.complaint_id and w.author = 'CITIZEN'), false)";

    private final Sql sql;

    @Inject
    SqlSealedSigns(Sql sql) {
        this.sql = sql;
    }

    Signs of(SealedCase held) {
        return sql.first(
                        "select c.urgent, " + NEW_WORDS + " as new_words from sealed_case s"
                                + " join complaint c on c.id = s.complaint_id where s.complaint_id = ?",
                        row -> new Signs(row.flag("urgent"), row.flag("new_words")),
                        held.id())
                .orElseThrow();
    }

    /** A reader was shown so many of the words of the citizen. */
    void shown(SealedCase held, long words) {
        sql.update(
                "update sealed_case set words_shown = greatest(coalesce(words_shown, 0), ?) where complaint_id = ?",
                words,
                held.id());
    }
}
