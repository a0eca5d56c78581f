package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.house.TestDatabase;

class DatabasePromisesIT {
    private final TestDatabase.Schema schema = TestDatabase.empty();

    private Database database() {
        return new Database(schema.url(), schema.user(), schema.password(), () -> {});
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aFreshSchemaOfTheOwnServerIsFit() {
        assertThatCode(() -> new DatabasePromises().check(database())).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "row 172: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a table without transactions | create table lost (id int) engine=MyISAM          | lost",
                "an alphabet of three bytes   | alter database character set utf8mb3              | character_set_database",
            })
    void anUnfitDatabaseRefusesTheStart(String what, String sql, String named) throws SQLException {
        run(sql);
        assertThatThrownBy(() -> new DatabasePromises().check(database()))
                .as(what)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(named);
    }

    @Test
    void row172anAccountWithServerWidePrivilegesRefusesTheStart() {
        Database mighty = new Database(schema.url(), "tests", "tests", () -> {});
        assertThatThrownBy(() -> new DatabasePromises().check(mighty))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("privileges");
    }

    @Test
    void row172aSessionOutsideUtcRefusesTheStart() {
        Database elsewhere = new Database(
                schema.url() + "?sessionVariables=time_zone='+07:00'", schema.user(), schema.password(), () -> {});
        assertThatThrownBy(() -> new DatabasePromises().check(elsewhere))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("UTC");
    }
}
