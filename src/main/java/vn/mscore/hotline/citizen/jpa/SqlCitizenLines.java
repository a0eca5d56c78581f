package vn.mscore.hotline.citizen.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.UtcConverter;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.shared.PhoneNumber;

/** Lines of citizens in the table {@code citizen_line}, found by the blind index of the number. */
@Singleton
public class SqlCitizenLines implements CitizenLines {
    private final EntityManager database;
    private final PersonalDataCipher cipher;
    private final BlindIndex index;
    private final Ids ids;
    private final Clock clock;

    /** Keeps what questions are about sealed by {@code cipher}. */
    @Inject
    public SqlCitizenLines(EntityManager database, PersonalDataCipher cipher, BlindIndex index, Ids ids, Clock clock) {
        this.database = database;
        this.cipher = cipher;
        this.index = index;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Optional<Tongue> tongue(PhoneNumber phone) {
        List<?> rows = database.createNativeQuery("select tongue from citizen_line where phone_index = ?")
                .setParameter(1, index(phone))
                .getResultList();
        return rows.stream().findFirst().map(name -> Tongue.valueOf(name.toString()));
    }

    @Override
    public void speaks(PhoneNumber phone, Tongue tongue) {
        database.createNativeQuery("update citizen_line set tongue = ? where id = ?")
                .setParameter(1, tongue.name())
                .setParameter(2, lineOf(phone))
                .executeUpdate();
    }

    @Override
    public void ask(PhoneNumber phone, Question question, Duration openFor) {
        long line = lineOf(phone);
        Instant now = clock.instant();
        database.createNativeQuery("update citizen_line set question_kind = ?, question_about = ?, question_asked = ?,"
                        + " question_until = ? where id = ?")
                .setParameter(1, question.kind().name())
                .setParameter(2, cipher.seal(PersonalDataCipher.Lane.PERSONAL, about(line), question.about()))
                .setParameter(3, UtcConverter.utc(now))
                .setParameter(4, UtcConverter.utc(now.plus(openFor)))
                .setParameter(5, line)
                .executeUpdate();
    }

    @Override
    public Optional<OpenQuestion> openQuestion(PhoneNumber phone) {
        List<?> rows = database.createNativeQuery(
                        "select id, question_kind, question_about, question_asked, question_until from citizen_line"
                                + " where phone_index = ? and question_until > ?")
                .setParameter(1, index(phone))
                .setParameter(2, UtcConverter.utc(clock.instant()))
                .getResultList();
        return rows.stream().findFirst().map(row -> question((Object[]) row));
    }

    private OpenQuestion question(Object[] row) {
        String subject = cipher.open(about(((Number) row[0]).longValue()), (byte[]) row[2]);
        return new OpenQuestion(
                new Question(Question.Kind.valueOf(row[1].toString()), subject),
                UtcConverter.instant(row[3]),
                UtcConverter.instant(row[4]));
    }

    @Override
    public void answered(PhoneNumber phone) {
        database.createNativeQuery("update citizen_line set question_kind = null, question_about = null,"
                        + " question_asked = null, question_until = null where phone_index = ?")
                .setParameter(1, index(phone))
                .executeUpdate();
    }

    /** The id of the number's row, locked, made when it is not there yet. */
    private long lineOf(PhoneNumber phone) {
        database.createNativeQuery("insert into citizen_line (id, phone_index) values (?, ?)"
                        + " on duplicate key update phone_index = phone_index")
                .setParameter(1, ids.next())
                .setParameter(2, index(phone))
                .executeUpdate();
        Object id = database.createNativeQuery("select id from citizen_line where phone_index = ? for update")
                .setParameter(1, index(phone))
                .getSingleResult();
        return ((Number) id).longValue();
    }

    private byte[] index(PhoneNumber phone) {
        return index.of(BlindIndex.Purpose.PHONE, phone);
    }

    private static PersonalDataCipher.Place about(long line) {
        return new PersonalDataCipher.Place("citizen_line", "question_about", line);
    }
}
