package vn.mscore.hotline.desk.text.sql;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import vn.mscore.hotline.desk.text.OwedLookups;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.IncomingSms;

/** Owed look-ups in {@code desk_owed_lookup}, number and text sealed. */
@Singleton
class SqlOwedLookups implements OwedLookups {
    private final Sql sql;
    private final PersonalDataCipher cipher;

    @Inject
    SqlOwedLookups(Sql sql, PersonalDataCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    @Override
    public void add(IncomingSms sms, PhoneNumber phone) {
        sql.update(
                "insert into desk_owed_lookup (id, line, phone_sealed, text_sealed, received_at) values (?, ?, ?, ?, ?)",
                sms.id(),
                sms.line(),
                cipher.seal(Lane.PERSONAL, place("phone_sealed", sms.id()), phone.e164()),
                cipher.seal(Lane.PERSONAL, place("text_sealed", sms.id()), sms.text()),
                sms.receivedAt());
    }

    @Override
    public Optional<IncomingSms> takeOldest() {
        Optional<IncomingSms> oldest = sql.first(
                "select * from desk_owed_lookup order by received_at, id limit 1 for update skip locked", this::sms);
        oldest.ifPresent(sms -> sql.update("delete from desk_owed_lookup where id = ?", sms.id()));
        return oldest;
    }

    private IncomingSms sms(Sql.Row row) throws SQLException {
        long id = row.number("id");
        PhoneNumber phone = new PhoneNumber(cipher.open(place("phone_sealed", id), row.bytes("phone_sealed")));
        String text = cipher.open(place("text_sealed", id), row.bytes("text_sealed"));
        return new IncomingSms(
                id, row.text("line"), Optional.of(phone), text, Optional.empty(), row.instant("received_at"), false);
    }

    private static Place place(String column, long id) {
        return new Place("desk_owed_lookup", column, id);
    }
}
