package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.platform.Ids;

class HouseIT {
    /** The rows of the beginning; of Flyway's what is not of the day it ran. */
    private static final List<String> FILLED = List.of(
            "concat_ws(' ', id, seq, hex(hash)) from audit_head",
            "concat_ws(' ', id, run, hex(hash)) from complaint_log_seal_head",
            "concat_ws(' ', installed_rank, version, description, type, script, checksum, success)"
                    + " from flyway_schema_history order by installed_rank");

    /** What a migration could make and {@link MigratedTables} does not lay. */
    private static final List<String> NOT_LAID = List.of(
            "table_name from information_schema.tables where table_schema = database() and table_type <> 'BASE TABLE'",
            "routine_name from information_schema.routines where routine_schema = database()",
            "event_name from information_schema.events where event_schema = database()");

    @Test
    void bothIdsAndTransactionsWorkOnARealDatabase() {
        try (House house = House.open(MovingClock.atVietnam("2026-08-17T09:30"), Map.of())) {
            assertThat(house.get(Ids.class).next()).isPositive();
            Object one = house.tx(
                    () -> house.entityManager().createNativeQuery("select 1").getSingleResult());
            assertThat(((Number) one).intValue()).isEqualTo(1);
        }
    }

    @Test
    void aSchemaThatIsLaidIsWhatTheMigrationsMakeOfAnEmptyOne() {
        TestDatabase.Schema migrated = TestDatabase.migrated(TestDatabase.empty());
        TestDatabase.Schema laid = TestDatabase.fresh();
        MigratedTables made = MigratedTables.of(migrated);
        assertThat(made.triggers()).as("looked at").isNotEmpty();
        assertThat(made.rows()).as("compared below").hasSameSizeAs(FILLED);
        assertThat(MigratedTables.of(laid)).isEqualTo(made);
        for (String other : NOT_LAID) {
            assertThat(migrated.column("select " + other)).as("not laid").isEmpty();
        }
        for (String rows : FILLED) {
            assertThat(laid.column("select " + rows))
                    .as(rows)
                    .isEqualTo(migrated.column("select " + rows))
                    .isNotEmpty();
        }
    }
}
