package vn.mscore.hotline.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;

/** The sealed values of any table, some rows at a time in the order of their key. Needs a transaction. */
@Singleton
class SqlSealedValues {
    private static final int A_TIME = 200;

    private final Sql sql;

    @Inject
    SqlSealedValues(Sql sql) {
        this.sql = sql;
    }

    /** A value where it lies; {@code key} finds its row. */
    record Value(long key, Place place, byte[] bytes) {}

    /** The key of the last of the next rows behind {@code after}; empty when there are none. */
    Optional<Long> next(SealedColumn of, long after) {
        return sql.first(
                        "select max(k) as k from (select " + of.key() + " as k from " + of.table() + " where "
                                + of.key() + " > ? order by k limit ?) some",
                        row -> row.maybeNumber("k"),
                        after,
                        A_TIME)
                .flatMap(last -> last);
    }

    /** The values behind {@code after} up to {@code last} that begin with one of {@code heads}. */
    List<Value> between(SealedColumn of, long after, long last, List<byte[]> heads) {
        List<Object> parameters = new ArrayList<>(List.of(after, last));
        parameters.addAll(heads);
        return sql.rows(
                "select " + of.key() + " as k, " + of.row() + " as r, " + of.place() + " as p, " + of.column()
                        + " as v from " + of.table() + " where " + of.key() + " > ? and " + of.key()
                        + " <= ? and left(" + of.column() + ", " + AesGcmCipher.HEADER + ") in ("
                        + Sql.marks(heads.size()) + ")",
                row -> new Value(
                        row.number("k"), new Place(of.table(), row.text("p"), row.number("r")), row.bytes("v")),
                parameters.toArray());
    }

    /** Puts a value sealed anew in the place of each that is still as it was: anew, key and what it was. */
    void replace(SealedColumn of, List<Object[]> anew) {
        String where = " = ? where " + of.key() + " = ? and " + of.column() + " = ?";
        sql.batch("update " + of.table() + " set " + of.column() + where, anew);
    }
}
