package vn.mscore.hotline.platform;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.function.Predicate;

/** A statement failed. Whether it is worth doing again is what a pump must know. */
public class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Lock wait timeout; snapshot changed (MariaDB innodb_snapshot_isolation); deadlock. */
    private static final Set<Integer> LOCKING = Set.of(1205, 1020, 1213);

    /** ER_DUP_ENTRY. */
    private static final int DUPLICATE = 1062;

    private static final int DEPTH = 20;

    /** Keeps the cause; the message of the database may hold values and is left in the cause only. */
    public SqlFailure(SQLException cause) {
        super("SQL state " + cause.getSQLState() + ", error " + cause.getErrorCode(), cause);
    }

    /** Whether a unique key was already there. */
    public boolean isDuplicate() {
        return getCause() instanceof SQLException sql && sql.getErrorCode() == DUPLICATE;
    }

    /** Whether {@code failure} comes from a lost race for locks: the same again will do. */
    public static boolean isLostRace(Throwable failure) {
        return anyCause(failure, sql -> LOCKING.contains(sql.getErrorCode()) || hasState(sql, "40"));
    }

    /** Whether {@code failure} comes from the database being away or from a lost race for locks: nobody's fault, try again. */
    public static boolean isPassing(Throwable failure) {
        return isLostRace(failure)
                || anyCause(failure, sql -> sql instanceof SQLTransientException || hasState(sql, "08"));
    }

    /** Whether the database is there and refuses the values: data exception or broken constraint. The same again will not do. */
    public static boolean isRefusal(Throwable failure) {
        return anyCause(failure, sql -> hasState(sql, "22") || hasState(sql, "23"));
    }

    private static boolean anyCause(Throwable failure, Predicate<SQLException> test) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            if (cause instanceof SQLException sql && test.test(sql)) {
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
