package vn.mscore.hotline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of the database's errors passes by itself. Numbers and states as MariaDB's list of errors has them. */
class SqlFailureTest {
    @ParameterizedTest
    @CsvSource({
        "1, HY000, a file cannot be made",
        "3, HY000, a file cannot be written",
        "20, HY000, the disk is full",
        "1021, HY000, the disk is full",
        "1026, HY000, a file cannot be written",
        "1028, HY000, a sort ended",
        "1040, 08004, too many connections",
        "1041, HY000, no memory",
        "1053, 08S01, the server stops",
        "1114, HY000, the table is full",
        "1135, HY000, no thread",
        "1180, HY000, the commit failed",
        "1203, 42000, too many connections of ours",
        "1205, HY000, a lock was waited for too long",
        "1213, 40001, a deadlock",
        "1290, HY000, read-only by its option",
        "1317, 70100, interrupted",
        "1792, 25006, read-only transaction",
        "1836, HY000, read-only",
        "1927, 70100, the connection was ended"
    })
    void whatThePlaceOfTheDataLacksPasses(int error, String state, String what) {
        assertThat(SqlFailure.isPassing(wrapped(error, state))).as(what).isTrue();
        assertThat(SqlFailure.isRefusal(wrapped(error, state))).as(what).isFalse();
    }

    @Test
    void memoryAtItsEndPassesAndAStackThatOverflowsDoesNot() {
        OutOfMemoryError memory = new OutOfMemoryError("for a test");
        assertThat(SqlFailure.isPassing(memory)).isTrue();
        assertThat(SqlFailure.isPassing(new IllegalStateException(memory))).isTrue();
        assertThat(SqlFailure.isRefusal(memory)).isFalse();
        assertThat(SqlFailure.isLostConnection(memory)).isFalse();
        assertThat(SqlFailure.isPassing(new StackOverflowError())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1048, 23000, a column cannot be null",
        "1054, 42S22, no such column",
        "1062, 23000, a key is there already",
        "1064, 42000, no such words",
        "1146, 42S02, no such table",
        "1366, 22007, a wrong value",
        "1406, 22001, too long"
    })
    void whatIsWrongWithTheStatementOrItsValuesDoesNot(int error, String state, String what) {
        assertThat(SqlFailure.isPassing(wrapped(error, state))).as(what).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "5, HY000, Out of memory (Needed 1048576 bytes)",
        "1030, HY000, '(conn=7) Got error 139 \"Too big row\" from storage engine InnoDB'",
        "1030, HY000, Got error 128 from storage engine",
        "1030, HY000, 'Got error 1 \"File of 28 bytes\" from storage engine InnoDB'",
        "1030, HY000,",
        "1037, HY001, 'Out of memory; restart server and try again (needed 28 bytes)'",
        "1038, HY001, 'Out of sort memory, consider increasing server sort buffer size'",
        "1153, 08S01, \"Got a packet bigger than 'max_allowed_packet' bytes\"",
        "0, 08000, Packet too big for current server max_allowed_packet value",
        "0, HZ000, Packet too big for current server max_allowed_packet value"
    })
    void whatOneRowMayMeetAgainAndAgainDoesNot(int error, String state, String said) {
        RuntimeException failure = wrapped(said, error, state);
        assertThat(SqlFailure.isPassing(failure)).as(said).isFalse();
        assertThat(SqlFailure.isLostConnection(failure)).as(said).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'(conn=7) Got error 28 \"No space left on device\" from storage engine InnoDB'",
        "Got error 28 from storage engine",
        "'Got error 5 \"Input/output error\" from storage engine InnoDB'",
        "'Got error 12 \"Cannot allocate memory\" from storage engine InnoDB'",
        "'Got error 24 \"Too many open files\" from storage engine InnoDB'",
        "'Got error 30 \"Read-only file system\" from storage engine InnoDB'",
        "'Got error 168 \"errno: 28 \"No space left on device\"\" from storage engine Aria'",
        "Got error 175 (errno: 28) from storage engine"
    })
    void aStorageEngineWithoutRoomPasses(String said) {
        assertThat(SqlFailure.isPassing(wrapped(said, 1030, "HY000"))).as(said).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 08000", "0, 08006", "1040, 08004", "1053, 08S01", "2013, 08S01"})
    void aLostConnectionIsEverybodysTrouble(int error, String state) {
        assertThat(SqlFailure.isLostConnection(wrapped(error, state))).isTrue();
        assertThat(SqlFailure.isPassing(wrapped(error, state))).isTrue();
    }

    @Test
    void aTransactionThatDidNotEndIsALostConnection() {
        SQLException unknown = new SQLTransientConnectionException("did not commit");
        assertThat(SqlFailure.isLostConnection(new SqlFailure(unknown))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1114, HY000", "1205, HY000", "1213, 40001", "1290, HY000", "1062, 23000"})
    void whatTheDatabaseSaysItselfIsNoLostConnection(int error, String state) {
        assertThat(SqlFailure.isLostConnection(wrapped(error, state))).isFalse();
    }

    @Test
    void aFaultOfOursDoesNot() {
        assertThat(SqlFailure.isPassing(new IllegalStateException("a fault"))).isFalse();
    }

    private static RuntimeException wrapped(int error, String state) {
        return wrapped("said", error, state);
    }

    private static RuntimeException wrapped(String said, int error, String state) {
        return new IllegalStateException(new SqlFailure(new SQLException(said, state, error)));
    }
}
