package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Row 161: an import whose program dies in the middle has done nothing, and is simply done again. */
class ImportKillIT {
    private static final int ROWS = 20_000;
    private static final String DOSSIERS = "select count(*) from dossier";

    private final Path home = Gateway.freshFolder("import-kill");
    private final TestDatabase.Schema schema = TestDatabase.empty();
    private final Gateway gateway;

    ImportKillIT() throws IOException {
        gateway = new Gateway(home.resolve("gateway"))
                .set("hotline.db.url", schema.url())
                .set("hotline.db.user", schema.user())
                .set("hotline.db.password", schema.password());
    }

    @AfterEach
    void stop() throws InterruptedException {
        gateway.close();
    }

    @Test
    void row161KilledInTheMiddleItHasDoneNothing() throws Exception {
        Path units = Files.writeString(
                home.resolve("units.csv"),
                "code,name,short_name,kind,valid_from\nKS-HCC,TT PVHCC xã Khe Sanh,TT PVHCC xa Khe Sanh,ONE_STOP,2025-07-01\n");
        Path dossiers = Files.writeString(home.resolve("dossiers.csv"), dossiers());
        gateway.launch("import-units", units.toString());
        assertThat(gateway.exitCode()).as(gateway.output()).isZero();
        gateway.launch("import-dossiers", dossiers.toString());
        assertThat(Gateway.await(Duration.ofSeconds(180), () -> uncommitted() > 0))
                .as("the import was seen at work:%n%s", gateway.output())
                .isTrue();
        gateway.kill();
        assertThat(Gateway.await(Duration.ofSeconds(60), () -> uncommitted() == 0))
                .isTrue();
        assertThat(count()).isZero();
        gateway.launch("import-dossiers", dossiers.toString());
        assertThat(gateway.exitCode()).as(gateway.output()).isZero();
        assertThat(count()).isEqualTo(ROWS);
    }

    private static String dossiers() {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "H50.15-2608%02d-%04d,KS-HCC,Cấp sổ,DATDAI,2026-08-%02dT08:00:00+07:00,PROCESSING",
                        1 + i / 1000,
                        i % 1000,
                        1 + i / 1000))
                .collect(Collectors.joining("\n", "code,unit,procedure,field,received_at,status\n", "\n"));
    }

    private long count() {
        return count(Connection.TRANSACTION_READ_COMMITTED);
    }

    private long uncommitted() {
        return count(Connection.TRANSACTION_READ_UNCOMMITTED);
    }

    private long count(int isolation) {
        try (Connection connection = schema.connect()) {
            connection.setTransactionIsolation(isolation);
            try (ResultSet row = connection.createStatement().executeQuery(DOSSIERS)) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
