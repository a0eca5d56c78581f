package vn.mscore.hotline.score.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.score.LowScores;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Unaccented;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Units;

/** Bad marks over the table {@code score} and its column {@code low}. */
@Singleton
public class SqlLowScores implements LowScores {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final int TELLING = 8;
    private static final String COLUMNS =
            "select s.*, (select max(m.id) from score_comment m where m.score_id = s.id and not m.concealed)"
                    + " as comment_id from score s";
    private static final String WAITING = " where s.low = 1 and s.seen_at is null";

    private final Sql sql;
    private final Units units;
    private final BlindIndex index;
    private final PersonalDataCipher cipher;
    private final Clock clock;

    /** Names offices by {@code units}. */
    @Inject
    public SqlLowScores(Sql sql, Units units, BlindIndex index, PersonalDataCipher cipher, Clock clock) {
        this.sql = sql;
        this.units = units;
        this.index = index;
        this.cipher = cipher;
        this.clock = clock;
    }

    @Override
    public List<Mark> waiting(LocalDate first, LocalDate last, long afterId, int limit) {
        return sql.rows(
                COLUMNS + WAITING + " and s.scored_at >= ? and s.scored_at < ? and s.id > ? order by s.id limit ?",
                this::mark,
                morning(first),
                morning(last.plusDays(1)),
                afterId,
                limit);
    }

    @Override
    public List<LocalDate> days() {
        return sql.rows(
                "select distinct date(s.scored_at + interval 7 hour) as day from score s" + WAITING + " order by day",
                row -> LocalDate.parse(row.text("day")));
    }

    private static Instant morning(LocalDate day) {
        return day.atStartOfDay().toInstant(VIETNAM);
    }

    @Override
    public int count(int limit) {
        return sql.count("select count(*) as n from (select 1 from score s" + WAITING + " limit ?) as some", limit);
    }

    @Override
    public boolean seen(long id, String login) {
        return sql.update(
                        "update score s set s.seen_at = ?, s.seen_by = ?" + WAITING + " and s.id = ?",
                        clock.instant(),
                        login,
                        id)
                > 0;
    }

    @Override
    public List<Mark> of(PhoneNumber phone, int limit) {
        return sql.rows(
                COLUMNS + " where s.phone_index = ? order by s.scored_at desc limit ?",
                this::mark,
                index.of(BlindIndex.Purpose.PHONE, phone),
                limit);
    }

    private Mark mark(Sql.Row row) throws SQLException {
        Instant at = row.instant("scored_at");
        return new Mark(
                row.number("id"),
                at,
                LocalDate.ofInstant(at, VIETNAM),
                units.name(new UnitCode(row.text("unit"))),
                row.text("field"),
                (int) row.number("points"),
                (int) row.number("scale"),
                row.maybeNumber("reason").map(Long::intValue),
                comment(row));
    }

    private Optional<String> comment(Sql.Row row) throws SQLException {
        return row.maybeNumber("comment_id").flatMap(this::comment);
    }

    private Optional<String> comment(long id) {
        return sql.first(
                "select words_sealed from score_comment where id = ?",
                row -> cipher.open(place(id), row.bytes("words_sealed")),
                id);
    }

    private static Place place(long id) {
        return new Place("score_comment", "words_sealed", id);
    }

    private record Comment(long id, String words) {}

    @Override
    public void conceal(PhoneNumber phone, List<String> words) {
        List<String> sealed = words.stream().map(SqlLowScores::bare).toList();
        List<Comment> comments = sql.rows(
                "select m.id, m.words_sealed from score_comment m join score s on s.id = m.score_id"
                        + " where s.phone_index = ? and not m.concealed",
                row -> new Comment(row.number("id"), cipher.open(place(row.number("id")), row.bytes("words_sealed"))),
                index.of(BlindIndex.Purpose.PHONE, phone));
        for (Comment comment : comments) {
            if (sealed.stream().anyMatch(text -> sameWords(text, bare(comment.words())))) {
                sql.update(
                        "update score_comment set concealed = true, words_sealed = ? where id = ?",
                        cipher.seal(Lane.SECRET, place(comment.id()), comment.words()),
                        comment.id());
            }
        }
    }

    private static String bare(String words) {
        return Unaccented.of(words)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\W+", " ")
                .strip();
    }

    /** A short remark such as "cham" stands in many a text and tells nothing. */
    private static boolean sameWords(String sealed, String comment) {
        boolean tells = comment.length() >= TELLING && sealed.length() >= TELLING;
        return sealed.equals(comment) || tells && (sealed.contains(comment) || comment.contains(sealed));
    }
}
