package vn.mscore.hotline.platform;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A statement failed. Whether it is worth doing again is what a pump must know. */
public class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Lock wait timeout; snapshot changed (MariaDB innodb_snapshot_isolation); deadlock. */
    private static final Set<Integer> LOCKING = Set.of(1205, 1020, 1213);

    /**
     * What the database lacks for a while (MariaDB error codes): no room on a disk (3 and 1 write and make a file, 20, 1021,
     * 1026, 1028 sort, 1114 table full, 1180 commit), no memory (1041), no connection or thread to spare (1040, 1135, 1203),
     * stopping (1053), read-only (1290, 1792, 1836), ended from outside (1317, 1927). Not here: no memory for this one
     * statement (5, 1037, 1038), which may lack it for ever.
     */
    private static final Set<Integer> LACKING =
            Set.of(1, 3, 20, 1021, 1026, 1028, 1040, 1041, 1053, 1114, 1135, 1180, 1203, 1290, 1317, 1792, 1836, 1927);

    /** ER_GET_ERRNO: whatever a storage engine met, among it rows it will never take. */
    private static final int STORAGE_ENGINE = 1030;

    /**
     * What its machine lacks for a while, as MariaDB words it: {@code Got error 28 "No space left on device" from storage
     * engine InnoDB}. EIO, EAGAIN, ENOMEM, ENFILE, EMFILE, ENOSPC, EROFS; from 120 on the numbers are the engine's own.
     */
    private static final Pattern MACHINE_LACKS = Pattern.compile("\\b(?:error|errno:) (?:5|11|12|23|24|28|30)\\b");

    /** ER_NET_PACKET_TOO_LARGE: the server says it with the state of a lost connection, the driver without the number. */
    private static final int TOO_LONG = 1153;

    private static final Pattern PACKET = Pattern.compile("max_allowed_packet");

    /** ER_DUP_ENTRY. */
    private static final int DUPLICATE = 1062;

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

    /**
     * Whether {@code failure} comes from the database being away, full or read-only, from a lost race for locks, or from our
     * own memory being at its end: nobody's fault, try again. A stack that overflows is the fault of what is handled.
     */
    public static boolean isPassing(Throwable failure) {
        return isLostRace(failure)
                || anyCause(failure, SqlFailure::isLacking)
                || anyOf(failure, OutOfMemoryError.class::isInstance);
    }

    /** Whether {@code failure} comes from the connection: whatever else is asked now meets the same. */
    public static boolean isLostConnection(Throwable failure) {
        return anyCause(failure, SqlFailure::isCut);
    }

    private static boolean isCut(SQLException sql) {
        boolean cut = sql instanceof SQLTransientConnectionException || hasState(sql, "08");
        return cut && sql.getErrorCode() != TOO_LONG && !says(sql, PACKET);
    }

    private static boolean isLacking(SQLException sql) {
        return isCut(sql)
                || sql instanceof SQLTransientException
                || LACKING.contains(sql.getErrorCode())
                || sql.getErrorCode() == STORAGE_ENGINE && says(sql, MACHINE_LACKS);
    }

    /** Whether the database is there and refuses the values: data exception or broken constraint. The same again will not do. */
    public static boolean isRefusal(Throwable failure) {
        return anyCause(failure, sql -> hasState(sql, "22") || hasState(sql, "23"));
    }

    private static boolean anyCause(Throwable failure, Predicate<SQLException> test) {
        return anyOf(failure, cause -> cause instanceof SQLException sql && test.test(sql));
    }

    private static boolean anyOf(Throwable failure, Predicate<Throwable> test) {
        return Causes.of(failure).anyMatch(test);
    }

    private static boolean says(SQLException sql, Pattern words) {
        return sql.getMessage() != null && words.matcher(sql.getMessage()).find();
    }

    private static boolean hasState(SQLException sql, String kind) {
        return sql.getSQLState() != null && sql.getSQLState().startsWith(kind);
    }
}
