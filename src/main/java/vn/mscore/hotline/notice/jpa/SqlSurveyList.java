package vn.mscore.hotline.notice.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.notice.SurveyList;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.UnitName;

/** The list in the table {@code notice_survey}. */
@Singleton
public class SqlSurveyList implements SurveyList {
    private final Sql sql;
    private final PersonalDataCipher cipher;
    private final Ids ids;
    private final Clock clock;

    /** Seals numbers with {@code cipher}. */
    @Inject
    public SqlSurveyList(Sql sql, PersonalDataCipher cipher, Ids ids, Clock clock) {
        this.sql = sql;
        this.cipher = cipher;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void note(Guest guest, LocalDate from, LocalDate until) {
        long id = ids.next();
        sql.update(
                "insert into notice_survey (id, dossier, phone_sealed, office_name, office_ascii, invite_from,"
                        + " invite_until, state, noted_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on duplicate key update dossier = dossier",
                id,
                guest.code().value(),
                cipher.seal(Lane.PERSONAL, place(id), guest.phone().e164()),
                guest.office().full(),
                guest.office().ascii(),
                from,
                until,
                State.WAITING,
                clock.instant());
    }

    @Override
    public List<Long> waiting(LocalDate day, int limit) {
        return sql.rows(
                "select id from notice_survey where state = 'WAITING' and invite_from <= ? order by invite_from, id limit ?",
                row -> row.number("id"),
                day,
                limit);
    }

    @Override
    public Optional<Guest> take(long id) {
        return sql.first(
                "select * from notice_survey where id = ? and state = 'WAITING' for update skip locked",
                this::guest,
                id);
    }

    private Guest guest(Sql.Row row) throws SQLException {
        return new Guest(
                new DossierCode(row.text("dossier")),
                new PhoneNumber(cipher.open(place(row.number("id")), row.bytes("phone_sealed"))),
                new UnitName(row.text("office_name"), row.text("office_ascii")));
    }

    @Override
    public boolean isLate(long id, LocalDate day) {
        return sql.exists("select id from notice_survey where id = ? and invite_until < ?", id, day);
    }

    @Override
    public void settle(long id, State state) {
        sql.update("update notice_survey set state = ?, phone_sealed = null where id = ?", state, id);
    }

    private static Place place(long id) {
        return new Place("notice_survey", "phone_sealed", id);
    }
}
