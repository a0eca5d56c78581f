package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.TestDatabase;

/** Cases that waited in the tables of an earlier version stand in the queue with the day of this version. */
class QueueUpgradeIT {
    private static final String CASE = "insert into complaint (id, ticket, kind, state, secret, urgent, category,"
            + " words_digest, registered_at, registered_on, due, source, step_due, answer_from, answer_days) values"
            + " (%d, '2600000%d', 'FEEDBACK', 'PHAN_LOAI', false, false, 'GTDB', repeat('x', 32), '2026-08-03 02:30:00',"
            + " '2026-08-03', '2026-08-12', 'sms:1:m', %s, '2026-08-03', 7)";

    private final TestDatabase.Schema schema = TestDatabase.empty();

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(schema.url(), schema.user(), schema.password())
                .locations("classpath:db")
                .loggers("slf4j")
                .target(target)
                .load()
                .migrate();
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    @Test
    void queueDayOfRowsThatWereThereShouldBeComputedAnew() throws SQLException {
        migrate("216");
        run(
                CASE.formatted(1, 1, "'2026-08-10 17:00:00'"),
                CASE.formatted(2, 2, "'2026-08-10 08:00:00'"),
                CASE.formatted(3, 3, "null"),
                "insert into complaint_calendar (id, fingerprint) values (1, repeat('x', 32))");
        assertThat(schema.column("select queue_due from complaint order by id"))
                .as("the midnight at the end of 10 August, as it was")
                .containsExactly("2026-08-11", "2026-08-10", "2026-08-12");
        migrate("latest");
        assertThat(schema.column("select queue_due from complaint order by id"))
                .containsExactly("2026-08-10", "2026-08-10", "2026-08-12");
        assertThat(schema.column("select id from complaint where queue_due = '2026-08-10' order by queue_due, ticket"))
                .as("by the index")
                .containsExactly("1", "2");
        assertThat(schema.column("select count(*) from complaint_calendar"))
                .as("all clocks are read again")
                .containsExactly("0");
    }
}
