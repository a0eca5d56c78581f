package vn.mscore.hotline.platform;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

/** A statement failed. Whether it is worth doing again is what a pump must know. */
public class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Lock wait timeout; snapshot changed (MariaDB innodb_snapshot_isolation); deadlock. */
    private static final Set<Integer> LOCKING = Set.of(1205, 1020, 1213);

    private static final int DEPTH = 20;

    /** Keeps the cause; the message of the database may hold values and is left in the cause only. */
    public SqlFailure(SQLException cause) {
        super("SQL state " + cause.getSQLState() + ", error " + cause.getErrorCode(), cause);
    }

    /** Whether {@code failure} comes from the database being away or from a lost race for locks: nobody's fault, try again. */
    public static boolean isPassing(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            if (cause instanceof SQLTransientException
                    || cause instanceof SQLException sql
                            && (LOCKING.contains(sql.getErrorCode()) || hasState(sql, "08") || hasState(sql, "40"))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean hasState(SQLException sql, String kind) {
        return sql.getSQLState() != null && sql.getSQLState().startsWith(kind);
    }
}
