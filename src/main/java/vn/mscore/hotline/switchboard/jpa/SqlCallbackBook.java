package vn.mscore.hotline.switchboard.jpa;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.switchboard.CallbackBook;

/** The desk's side of {@code switchboard_callback}. */
@Singleton
public class SqlCallbackBook implements CallbackBook {
    private static final String OPEN = " where open_index is not null";

    private final Sql sql;
    private final BlindIndex index;
    private final PersonalDataCipher cipher;
    private final Clock clock;

    /** Opens numbers through {@code cipher}. */
    @Inject
    public SqlCallbackBook(Sql sql, BlindIndex index, PersonalDataCipher cipher, Clock clock) {
        this.sql = sql;
        this.index = index;
        this.cipher = cipher;
        this.clock = clock;
    }

    @Override
    public List<Wish> waiting(LocalDate afterDay, long afterId, int limit) {
        return sql.rows(
                "select * from switchboard_callback" + OPEN
                        + " and (promised_for > ? or promised_for = ? and id > ?) order by promised_for, id limit ?",
                this::wish,
                afterDay,
                afterDay,
                afterId,
                limit);
    }

    @Override
    public int count(int limit) {
        return sql.count(
                "select count(*) as n from (select 1 from switchboard_callback" + OPEN + " limit ?) as some", limit);
    }

    @Override
    public Optional<PhoneNumber> number(long id) {
        return sql.first(
                "select phone_sealed from switchboard_callback" + OPEN + " and id = ?",
                row -> phone(id, row.bytes("phone_sealed")),
                id);
    }

    private PhoneNumber phone(long id, byte[] sealed) {
        return new PhoneNumber(cipher.open(new Place("switchboard_callback", "phone_sealed", id), sealed));
    }

    @Override
    public boolean done(long id, Outcome outcome, String login) {
        return sql.update(
                        "update switchboard_callback set open_index = null, done_at = ?, done_by = ?, outcome = ?"
                                + OPEN + " and id = ?",
                        clock.instant(),
                        login,
                        outcome,
                        id)
                > 0;
    }

    @Override
    public List<Wish> of(PhoneNumber phone, int limit) {
        return sql.rows(
                "select * from switchboard_callback where phone_index = ? order by asked_at desc limit ?",
                this::wish,
                index.of(BlindIndex.Purpose.PHONE, phone),
                limit);
    }

    private Wish wish(Sql.Row row) throws SQLException {
        long id = row.number("id");
        return new Wish(
                id,
                phone(id, row.bytes("phone_sealed")),
                row.instant("asked_at"),
                LocalDate.parse(row.text("promised_for")),
                (int) row.number("asks"),
                Optional.ofNullable(row.text("outcome")).map(Outcome::valueOf));
    }
}
