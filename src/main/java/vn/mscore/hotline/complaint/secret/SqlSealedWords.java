package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.complaint.CaseView;
import vn.mscore.hotline.complaint.SealedCases.Said;
import vn.mscore.hotline.platform.Sql;

/** The words of a sealed case, with the day of each and no hour. */
@Singleton
class SqlSealedWords {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final String SPOKEN = "recording:";

    private final Sql sql;
    private final SecretSeal seal;

    @Inject
    SqlSealedWords(Sql sql, SecretSeal seal) {
        this.sql = sql;
        this.seal = seal;
    }

    List<Said> of(SealedCase held) {
        return sql.rows(
                "select id, author, at, source, words_sealed from complaint_words where complaint_id = ? order by id",
                row -> new Said(
                        row.instant("at").atZone(VIETNAM).toLocalDate(),
                        row.text("author").equals(CaseView.Said.CITIZEN),
                        seal.open("complaint_words", "words_sealed", row.number("id"), row.bytes("words_sealed"))
                                .orElse(""),
                        recording(row.text("source"))),
                held.id());
    }

    private static Optional<String> recording(String source) {
        return Optional.of(source).filter(from -> from.startsWith(SPOKEN)).map(from -> from.substring(SPOKEN.length()));
    }

    boolean has(SealedCase held, String recording) {
        return sql.exists(
                "select id from complaint_words where complaint_id = ? and source = ?", held.id(), SPOKEN + recording);
    }
}
