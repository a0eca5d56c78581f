package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.house.TestDatabase;

/** The restored machine tells no number that the lost one may have told. */
class NumbersToldIT {
    private static final Instant TAKEN = Instant.parse("2026-11-28T02:00:00Z");

    @ParameterizedTest(name = "{0}: {2} passed over")
    @CsvSource({
        "at once, 2026-11-28T02:00:01Z, 2000",
        "the next night, 2026-11-29T02:00:01Z, 4000",
        "after ten days, 2026-12-08T01:00:00Z, 20000",
        "after a year, 2027-11-28T02:00:00Z, 100000",
        "a clock before the backup, 1970-01-01T00:00:00Z, 2000"
    })
    void theOlderTheBackupTheMoreArePassedOver(String when, Instant now, int tickets) {
        assertThat(NumbersTold.tickets(TAKEN, now)).as(when).isEqualTo(tickets);
    }

    @Test
    void everyYearSinceTheBackupAndEveryFeedGoOnAfterAGap() throws Exception {
        TestDatabase.Schema schema = TestDatabase.fresh();
        schema.change(
                "insert into complaint_sequence values (2025, 900), (2026, 41)",
                "insert into platform_feed values ('complaint', 7)");
        try (Connection connection = schema.connect()) {
            // Still the old year in UTC, and the new one where the tickets are numbered.
            NumbersTold.passOver(connection, TAKEN, Instant.parse("2026-12-31T18:00:00Z"));
        }
        assertThat(schema.column("select concat(year, ' ', last) from complaint_sequence order by year"))
                .containsExactly("2025 900", "2026 68041", "2027 68000");
        assertThat(schema.column("select last from platform_feed")).containsExactly("1000000007");
    }
}
