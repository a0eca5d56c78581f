package vn.mscore.hotline.desk.ivr.sql;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.desk.ivr.BrokenOff;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;
import vn.mscore.hotline.shared.PhoneNumber;

/** Broken-off conversations in {@code desk_dialogue}, sealed. */
@Singleton
public class SqlBrokenOff implements BrokenOff {
    private static final Duration WORTH_GOING_ON = Duration.ofMinutes(15);

    private final Sql sql;
    private final BlindIndex index;
    private final PersonalDataCipher cipher;
    private final Ids ids;
    private final Clock clock;

    /** Seals with {@code cipher}. */
    @Inject
    public SqlBrokenOff(Sql sql, BlindIndex index, PersonalDataCipher cipher, Ids ids, Clock clock) {
        this.sql = sql;
        this.index = index;
        this.cipher = cipher;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void keep(PhoneNumber phone, Where where) {
        Instant now = clock.instant();
        long id = ids.next();
        String text =
                where.branch() + " " + where.about().map(DossierCode::value).orElse("");
        sql.update(
                "replace into desk_dialogue (id, phone_index, place_sealed, at) values (?, ?, ?, ?)",
                id,
                index(phone),
                cipher.seal(Lane.PERSONAL, place(id), text),
                now);
    }

    @Override
    public Optional<Where> take(PhoneNumber phone) {
        Optional<Where> kept = sql.first(
                "select id, place_sealed from desk_dialogue where phone_index = ? and at >= ?",
                this::where,
                index(phone),
                clock.instant().minus(WORTH_GOING_ON));
        kept.ifPresent(where -> sql.update("delete from desk_dialogue where phone_index = ?", (Object) index(phone)));
        return kept;
    }

    @Override
    public int forget() {
        Instant old = clock.instant().minus(WORTH_GOING_ON);
        return sql.update("delete from desk_dialogue where at < ? limit 1000", old);
    }

    private Where where(Sql.Row row) throws SQLException {
        String[] words =
                cipher.open(place(row.number("id")), row.bytes("place_sealed")).split(" ", 2);
        return new Where(
                words[0], Optional.of(words[1]).filter(code -> !code.isEmpty()).map(DossierCode::new));
    }

    private byte[] index(PhoneNumber phone) {
        return index.of(BlindIndex.Purpose.PHONE, phone);
    }

    private static Place place(long id) {
        return new Place("desk_dialogue", "place_sealed", id);
    }
}
