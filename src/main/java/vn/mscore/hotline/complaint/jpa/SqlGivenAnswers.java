package vn.mscore.hotline.complaint.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.GivenAnswers;
import vn.mscore.hotline.platform.Sql;

/** Answers in {@code complaint_words}. */
@Singleton
public class SqlGivenAnswers implements GivenAnswers {
    private final Sql sql;
    private final Seals seals;

    /** Opens through {@code seals}. */
    @Inject
    SqlGivenAnswers(Sql sql, Seals seals) {
        this.sql = sql;
        this.seals = seals;
    }

    @Override
    public Optional<String> newest(Complaint complaint) {
        return sql.first(
                "select id, words_sealed from complaint_words where complaint_id = ? and author = 'OFFICE'"
                        + " order by id desc limit 1",
                row -> seals.words(row.number("id"), row.bytes("words_sealed")),
                complaint.id());
    }
}
