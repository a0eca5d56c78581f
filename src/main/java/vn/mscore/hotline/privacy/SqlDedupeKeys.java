package vn.mscore.hotline.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.Optional;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;

/** The monthly dedupe keys as all nodes of a database have them, sealed in a row each. Needs a transaction. */
@Singleton
class SqlDedupeKeys {
    private final Sql sql;
    private final PersonalDataCipher cipher;

    @Inject
    SqlDedupeKeys(Sql sql, PersonalDataCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    /** The key of {@code month}, {@code own} when there was none yet. */
    String agree(YearMonth month, String own) {
        return find(month, "").orElseGet(() -> {
            byte[] kept = cipher.seal(Lane.PERSONAL, place(month), own);
            sql.update("insert ignore into privacy_dedupe_key (month, sealed) values (?, ?)", month.toString(), kept);
            // Another node's row, committed a moment ago, is not in this transaction's snapshot.
            return find(month, " for update").orElseThrow();
        });
    }

    /** The key of {@code month}, if the nodes agreed on one. */
    Optional<String> find(YearMonth month) {
        return find(month, "");
    }

    private Optional<String> find(YearMonth month, String lock) {
        return sql.first(
                        "select sealed from privacy_dedupe_key where month = ?" + lock,
                        row -> row.bytes("sealed"),
                        month.toString())
                .map(kept -> cipher.open(place(month), kept));
    }

    /** Destroys the keys of months before {@code keep}. */
    int destroyBefore(YearMonth keep) {
        return sql.update("delete from privacy_dedupe_key where month < ?", keep.toString());
    }

    private static Place place(YearMonth month) {
        return new Place("privacy_dedupe_key", "sealed", month.getYear() * 100L + month.getMonthValue());
    }
}
