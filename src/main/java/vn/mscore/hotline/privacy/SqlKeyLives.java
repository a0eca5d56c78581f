package vn.mscore.hotline.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;

/** From the making to the destruction of the lanes' keys, in the table {@code privacy_key}. Needs a transaction. */
@Singleton
class SqlKeyLives {
    private final Sql sql;

    @Inject
    SqlKeyLives(Sql sql) {
        this.sql = sql;
    }

    /** All keys that ever were of {@code lane}, the oldest first. */
    List<KeyLife> of(Lane lane) {
        return sql.rows(
                "select * from privacy_key where name like ? order by length(name), name",
                row -> life(lane, row),
                lane.name().toLowerCase(Locale.ROOT) + "-%.key");
    }

    private static KeyLife life(Lane lane, Sql.Row row) throws SQLException {
        String name = row.text("name");
        return new KeyLife(
                lane,
                Integer.parseInt(name.substring(name.indexOf('-') + 1, name.indexOf('.'))),
                row.instant("first_used_at"),
                Optional.ofNullable(row.instant("unused_since")),
                Optional.ofNullable(row.instant("destroyed_at")));
    }

    /** Whether a key is destroyed, as it stands now; nobody changes that until this transaction ends. */
    boolean isDestroyed(Lane lane, int number) {
        return sql.exists(
                "select 1 from privacy_key where name = ? and destroyed_at is not null for update",
                KeyRing.fileName(lane, number));
    }

    /** Notes since when no value is under a key; empty when there is one after all. */
    void unused(KeyLife key, Optional<Instant> since) {
        sql.update(
                "update privacy_key set unused_since = ? where name = ? and destroyed_at is null", since, key.name());
    }

    /** Notes that a key is destroyed; false when it was noted before or another node found a value meanwhile. */
    boolean destroy(KeyLife key, Instant at) {
        String open = "update privacy_key set destroyed_at = ? where destroyed_at is null and unused_since = ?";
        return sql.update(open + " and name = ?", at, key.unusedSince().orElseThrow(), key.name()) > 0;
    }
}
