package vn.mscore.hotline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
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
        "1030, HY000, the storage engine says no",
        "1037, HY001, no memory",
        "1038, HY001, no memory to sort",
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

    @Test
    void aFaultOfOursDoesNot() {
        assertThat(SqlFailure.isPassing(new IllegalStateException("a fault"))).isFalse();
    }

    private static RuntimeException wrapped(int error, String state) {
        return new IllegalStateException(new SqlFailure(new SQLException("said", state, error)));
    }
}
