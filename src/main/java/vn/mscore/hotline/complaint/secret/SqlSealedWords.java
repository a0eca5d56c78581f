package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.complaint.CaseView;
import vn.mscore.hotline.complaint.SealedCases.Said;
import vn.mscore.hotline.complaint.SealedDeeds.Typed;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.Reason;

/** The words of a sealed case, with the day of each and no hour. */
@Singleton
class SqlSealedWords {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final int NAMES = 1000;
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
                "select id, author, at, source, typed_by, words_sealed from complaint_words where complaint_id = ? order by id",
                row -> new Said(
                        row.instant("at").atZone(VIETNAM).toLocalDate(),
                        row.text("author").equals(CaseView.Said.CITIZEN),
                        seal.open("complaint_words", "words_sealed", row.number("id"), row.bytes("words_sealed"))
                                .orElse(""),
                        recording(row.text("source")),
                        Optional.ofNullable(row.text("typed_by"))),
                held.id());
    }

    private static Optional<String> recording(String source) {
        return Optional.of(source).filter(from -> from.startsWith(SPOKEN)).map(from -> from.substring(SPOKEN.length()));
    }

    /** Why {@code summary} could tell who wrote: what the citizen said since, or what was typed of it since, counts too. */
    Optional<Reason> told(SealedCase held, String summary) {
        return SummaryCheck.of(summary, of(held).stream().map(Said::text).toList());
    }

    private record Spoken(long id, String text, String typedBy) {}

    /** Adds what somebody heard in a recording; false when the case has no such recording or its words were erased. */
    boolean type(SealedCase held, Typed typed, String by) {
        Optional<Spoken> place = sql.first(
                "select id, typed_by, words_sealed from complaint_words where complaint_id = ? and source = ?"
                        + " and length(words_sealed) > 0 order by id limit 1 for update",
                this::spoken,
                held.id(),
                SPOKEN + typed.recording());
        place.ifPresent(one -> sql.update(
                "update complaint_words set words_sealed = ?, typed_by = ? where id = ?",
                seal.seal("complaint_words", "words_sealed", one.id(), below(one.text(), typed.text())),
                names(one.typedBy(), by),
                one.id()));
        return place.isPresent();
    }

    private Spoken spoken(Sql.Row row) throws SQLException {
        long id = row.number("id");
        return new Spoken(
                id,
                seal.open("complaint_words", "words_sealed", id, row.bytes("words_sealed"))
                        .orElse(""),
                Optional.ofNullable(row.text("typed_by")).orElse(""));
    }

    private static String below(String before, String text) {
        return before.isEmpty() ? text : before + "\n\n" + text;
    }

    private static String names(String before, String by) {
        boolean known = List.of(before.split(", ")).contains(by);
        String all = before.isEmpty() ? by : before + ", " + by;
        return known ? before : all.substring(0, Math.min(NAMES, all.length()));
    }

    boolean has(SealedCase held, String recording) {
        return sql.exists(
                "select id from complaint_words where complaint_id = ? and source = ?", held.id(), SPOKEN + recording);
    }
}
