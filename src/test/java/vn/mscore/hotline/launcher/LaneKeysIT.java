package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.TestDatabase;
import vn.mscore.hotline.launcher.backup.TableSnapshot;

/** A backup names the keys that its tables need, and no others. */
class LaneKeysIT {
    @Test
    void keysWithoutValuesAreThoseThatTheSnapshotKnowsAsUnusedOrDestroyed() throws SQLException {
        TestDatabase.Schema schema = TestDatabase.fresh();
        String keys = "insert into privacy_key (name, fingerprint, first_used_at, unused_since, destroyed_at) values ";
        schema.change(
                keys + "('personal-1.key', '', '2026-01-01', '2028-01-01', '2028-02-01')",
                keys + "('personal-2.key', '', '2027-01-01', '2029-01-01', null)",
                keys + "('personal-3.key', '', '2028-01-01', null, null)");
        try (Connection connection = schema.connect()) {
            TableSnapshot.begin(connection);
            schema.change("update privacy_key set unused_since = '2030-01-01'");
            assertThat(LaneKeys.unused(connection)).containsExactly("personal-1.key", "personal-2.key");
        }
    }

    @Test
    void anOlderSchemaKnowsNone() throws SQLException {
        TestDatabase.Schema schema = TestDatabase.empty();
        schema.migrate("245");
        try (Connection connection = schema.connect()) {
            assertThat(LaneKeys.unused(connection)).isEmpty();
        }
    }
}
