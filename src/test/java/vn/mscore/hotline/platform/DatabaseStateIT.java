package vn.mscore.hotline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;

/** What the gateway says of its database. */
@Timeout(120)
class DatabaseStateIT {
    private House house;
    private DatabaseState state;

    @BeforeEach
    void open() {
        house = House.open(MovingClock.atVietnam("2026-08-17T09:30"), Map.of());
        state = house.get(DatabaseState.class);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void oneThatReadsAndWritesIsWellAndItsRowIsWritten() {
        house.schema().change("delete from platform_heartbeat");
        assertThat(state.fault()).isEmpty();
        assertThat(state.fault()).isEmpty();
        assertThat(house.schema().column("select count(*) from platform_heartbeat"))
                .containsExactly("1");
    }

    @Test
    void oneThatOnlyReadsIsNotWell() {
        for (String event : new String[] {"insert", "update"}) {
            house.schema()
                    .change("create trigger only_reads_" + event + " before " + event
                            + " on platform_heartbeat for each row signal sqlstate 'HY000'"
                            + " set mysql_errno = 1290, message_text = 'read-only'");
        }
        assertThat(state.fault()).isEqualTo("the database takes no writes");
    }

    @Test
    void oneThatHoldsAWriteUpIsNotWaitedForForEver() throws SQLException {
        try (Connection other = house.schema().connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select * from platform_heartbeat where id = 1 for update");
            assertThat(state.fault()).isEqualTo("the database takes no writes");
            other.rollback();
        }
        assertThat(state.fault()).isEmpty();
    }
}
