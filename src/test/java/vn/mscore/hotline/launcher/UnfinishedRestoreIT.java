package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.TestDatabase;

/** While a restore fills a database no node works on it, wherever its own folder is. */
class UnfinishedRestoreIT {
    private final TestDatabase.Schema schema = TestDatabase.empty();
    private final Database database = new Database(schema.url(), schema.user(), schema.password(), () -> {});

    @Test
    void aDatabaseThatIsHalfFilledStartsNoNode() throws Exception {
        assertThatCode(() -> UnfinishedRestore.refuse(database)).doesNotThrowAnyException();
        try (Connection connection = database.connect()) {
            UnfinishedRestore.begin(connection);
            new Migrations(database, "190").apply();
            assertThatThrownBy(() -> UnfinishedRestore.refuse(database))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("another machine")
                    .hasMessageContaining("empty the database");
            UnfinishedRestore.end(connection);
        }
        assertThatCode(() -> UnfinishedRestore.refuse(database)).doesNotThrowAnyException();
        Migrations newest = new Migrations(database);
        assertThat(newest.apply()).isPositive();
        assertThat(newest.pending()).isZero();
        assertThat(schema.column("show tables like 'restore_unfinished'")).isEmpty();
    }

    @Test
    void nothingIsRestoredUnderANodeThatIsConnected() throws Exception {
        try (Connection restoring = database.connect();
                Connection other = schema.connect()) {
            assertThatThrownBy(() -> UnfinishedRestore.begin(restoring))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("stop every node");
            assertThat(other.isValid(1)).isTrue();
            assertThat(schema.column("show tables"))
                    .as("nothing is left behind")
                    .isEmpty();
        }
    }
}
