package vn.mscore.hotline.citizen.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.shared.PhoneNumber;

/** Lines of citizens in the table {@code citizen_line}, found by the blind index of the number. */
@Singleton
public class SqlCitizenLines implements CitizenLines {
    private static final Remembered NOTHING = new Remembered(Optional.empty(), Optional.empty());
    private static final List<String> TABLES = List.of("citizen_line");
    private static final String REMEMBERED =
            "select id, phone_index, tongue, question_kind, question_about, question_asked,"
                    + " question_until from citizen_line where ";

    private final Sql sql;
    private final PersonalDataCipher cipher;
    private final BlindIndex index;
    private final Ids ids;
    private final Clock clock;

    /** Keeps what questions are about sealed by {@code cipher}. */
    @Inject
    public SqlCitizenLines(Sql sql, PersonalDataCipher cipher, BlindIndex index, Ids ids, Clock clock) {
        this.sql = sql;
        this.cipher = cipher;
        this.index = index;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Optional<Tongue> tongue(PhoneNumber phone) {
        return sql.first(
                "select tongue from citizen_line where phone_index = ? and tongue is not null",
                row -> Tongue.valueOf(row.text("tongue")),
                index(phone));
    }

    @Override
    public void speaks(PhoneNumber phone, Tongue tongue) {
        sql.update("update citizen_line set tongue = ? where id = ?", tongue, lineOf(phone));
    }

    @Override
    public Optional<String> voice(PhoneNumber phone) {
        return sql.first(
                "select voice from citizen_line where phone_index = ? and voice is not null",
                row -> row.text("voice"),
                index(phone));
    }

    @Override
    public void hears(PhoneNumber phone, String pack) {
        sql.update("update citizen_line set voice = ? where id = ?", pack, lineOf(phone));
    }

    @Override
    public boolean writesDiacritics(PhoneNumber phone) {
        return sql.exists("select id from citizen_line where phone_index = ? and diacritics", index(phone));
    }

    @Override
    public void writesDiacritics(PhoneNumber phone, boolean diacritics) {
        if (diacritics != writesDiacritics(phone)) {
            sql.update("update citizen_line set diacritics = ? where id = ?", diacritics, lineOf(phone));
        }
    }

    @Override
    public void ask(PhoneNumber phone, Question question, Duration openFor) {
        long line = lineOf(phone);
        Instant now = clock.instant();
        sql.update(
                "update citizen_line set question_kind = ?, question_about = ?, question_asked = ?, question_until = ?"
                        + " where id = ?",
                question.kind(),
                cipher.seal(PersonalDataCipher.Lane.PERSONAL, about(line), question.about()),
                now,
                now.plus(openFor),
                line);
    }

    @Override
    public Optional<OpenQuestion> openQuestion(PhoneNumber phone) {
        return sql.first(
                "select id, question_kind, question_about, question_asked, question_until from citizen_line"
                        + " where phone_index = ? and question_until > ?",
                this::question,
                index(phone),
                clock.instant());
    }

    /** The question what is remembered of a line, foreseen. */
    private record Line(ByteBuffer phone) {
        static Line of(byte[] index) {
            return new Line(ByteBuffer.wrap(index));
        }
    }

    @Override
    public void foresee(Collection<PhoneNumber> phones) {
        if (phones.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Object[] indices = phones.stream().map(this::index).toArray();
        for (Object index : indices) {
            sql.foresee(TABLES, Line.of((byte[]) index), NOTHING);
        }
        String known = REMEMBERED + "phone_index in (" + Sql.marks(indices.length) + ")";
        sql.rows(known, row -> Map.entry(Line.of(row.bytes("phone_index")), remembered(row, now)), indices)
                .forEach(line -> sql.foresee(TABLES, line.getKey(), line.getValue()));
    }

    @Override
    public Remembered remembered(PhoneNumber phone) {
        byte[] index = index(phone);
        Instant now = clock.instant();
        return sql.foreseen(Line.of(index), Remembered.class)
                .orElseGet(() -> sql.first(REMEMBERED + "phone_index = ?", row -> remembered(row, now), index)
                        .orElse(NOTHING));
    }

    private Remembered remembered(Sql.Row row, Instant now) throws SQLException {
        Instant until = row.instant("question_until");
        return new Remembered(
                Optional.ofNullable(row.text("tongue")).map(Tongue::valueOf),
                until == null || !until.isAfter(now) ? Optional.empty() : Optional.of(question(row)));
    }

    private OpenQuestion question(Sql.Row row) throws SQLException {
        String subject = cipher.open(about(row.number("id")), row.bytes("question_about"));
        return new OpenQuestion(
                new Question(Question.Kind.valueOf(row.text("question_kind")), subject),
                row.instant("question_asked"),
                row.instant("question_until"));
    }

    @Override
    public void answered(PhoneNumber phone) {
        sql.update(
                "update citizen_line set question_kind = null, question_about = null, question_asked = null,"
                        + " question_until = null where phone_index = ?",
                index(phone));
    }

    /** The id of the number's row, made when it is not there yet. */
    private long lineOf(PhoneNumber phone) {
        Optional<Long> known =
                sql.first("select id from citizen_line where phone_index = ?", row -> row.number("id"), index(phone));
        return known.orElseGet(() -> newLine(phone));
    }

    private long newLine(PhoneNumber phone) {
        sql.update(
                "insert into citizen_line (id, phone_index) values (?, ?)"
                        + " on duplicate key update phone_index = phone_index",
                ids.next(),
                index(phone));
        return sql.first(
                        "select id from citizen_line where phone_index = ? for update",
                        row -> row.number("id"),
                        index(phone))
                .orElseThrow();
    }

    private byte[] index(PhoneNumber phone) {
        return index.of(BlindIndex.Purpose.PHONE, phone);
    }

    private static PersonalDataCipher.Place about(long line) {
        return new PersonalDataCipher.Place("citizen_line", "question_about", line);
    }
}
