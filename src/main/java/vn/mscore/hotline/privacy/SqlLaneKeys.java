package vn.mscore.hotline.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher.CannotOpen;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;

/** The lanes' keys as all nodes of a database have them, each sealed under the one before it. Needs a transaction. */
@Singleton
class SqlLaneKeys {
    private final Sql sql;
    private final AesGcmCipher cipher;

    @Inject
    SqlLaneKeys(Sql sql, AesGcmCipher cipher) {
        this.sql = sql;
        this.cipher = cipher;
    }

    /** The numbers of all keys of {@code lane} that lie here, in order. */
    List<Integer> numbers(Lane lane) {
        String query = "select number from privacy_lane_key where lane = ? order by number";
        return sql.rows(query, row -> (int) row.number("number"), lane);
    }

    /** A key in its written form, whichever snapshot the transaction has; empty when it is not here or does not open. */
    Optional<String> find(Lane lane, int number) {
        String query = "select sealed from privacy_lane_key where lane = ? and number = ? lock in share mode";
        return sql.first(query, row -> row.bytes("sealed"), lane, number)
                .filter(held -> AesGcmCipher.number(held) < number)
                .flatMap(held -> open(place(lane, number), held));
    }

    private Optional<String> open(Place place, byte[] held) {
        try {
            return Optional.of(cipher.open(place, held));
        } catch (CannotOpen e) {
            return Optional.empty();
        }
    }

    /** Keeps {@code key} for all nodes, sealed under the key before it, unless another node was faster. */
    void offer(Lane lane, int number, String key) {
        byte[] held = cipher.sealUnder(lane, number - 1, place(lane, number), key.getBytes(StandardCharsets.US_ASCII));
        sql.update("insert ignore into privacy_lane_key (lane, number, sealed) values (?, ?, ?)", lane, number, held);
    }

    /** Forgets a destroyed key, and the next one as it lies under it. */
    void forget(Lane lane, int destroyed) {
        sql.update("delete from privacy_lane_key where lane = ? and number <= ?", lane, destroyed + 1);
    }

    private static Place place(Lane lane, int number) {
        return new Place("privacy_lane_key", "sealed", ((long) lane.ordinal() << Character.SIZE) + number);
    }
}
