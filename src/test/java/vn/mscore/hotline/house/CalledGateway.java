package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged gateway that gets and starts an Asterisk of its own, at any hour of any day within office hours. */
final class CalledGateway implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(120);

    private final TestDatabase.Schema schema = TestDatabase.empty();
    private final Gateway gateway;
    private final Exchange exchange;
    private final PlayedFiles played;

    private CalledGateway(Path home) throws IOException, InterruptedException {
        Exchange.prefix();
        Map<String, String> settings = Exchange.ports();
        int agi = Exchange.freePort();
        settings.put("hotline.voice.agi.port", Integer.toString(agi));
        gateway = new Gateway(home.resolve("gateway"))
                .set("hotline.demo", "true")
                .set("hotline.log.level", "ALL")
                .set("hotline.db.url", schema.url())
                .set("hotline.db.user", schema.user())
                .set("hotline.db.password", schema.password())
                .set("hotline.contact.call.from", "00:00")
                .set("hotline.contact.call.until", "23:59")
                .set("hotline.calendar.file", OfficeHours.always(home).toString());
        settings.forEach(gateway::set);
        gateway.start();
        exchange = Exchange.attached(gateway, settings);
        exchange.awaitWell();
        played = PlayedFiles.on(home, agi);
    }

    static CalledGateway open(String name) throws IOException, InterruptedException {
        return new CalledGateway(Gateway.freshFolder(name));
    }

    Gateway gateway() {
        return gateway;
    }

    Exchange exchange() {
        return exchange;
    }

    PlayedFiles played() {
        return played;
    }

    /** A call from {@code number} that is answered; three seconds of the greeting are over. */
    Sipp call(String number) throws IOException, InterruptedException {
        return Sipp.caller(exchange).from(number).dial().pause(3000);
    }

    /** Rows of the gateway's database, their columns joined by a blank. */
    List<String> rows(String sql) {
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    cells.add(found.getString(i));
                }
                rows.add(String.join(" ", cells));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the rows are these. */
    void awaitRows(String sql, String... expected) throws InterruptedException {
        awaitRows(SOON, sql, expected);
    }

    /** Waits so long until the rows are these. */
    void awaitRows(Duration limit, String sql, String... expected) throws InterruptedException {
        Gateway.await(limit, () -> rows(sql).equals(List.of(expected)));
        assertThat(rows(sql)).as(sql).containsExactly(expected);
    }

    /** Now in Vietnam, moved by days. */
    static OffsetDateTime day(int days) {
        return OffsetDateTime.now(Clock.system(ZoneId.of("Asia/Ho_Chi_Minh")))
                .plusDays(days)
                .truncatedTo(ChronoUnit.SECONDS);
    }

    /** Enters a dossier of {@code phone} through the interface of the one-stop software; its code. */
    String dossier(String number, String status, String phone, String more) throws IOException, InterruptedException {
        String code = "H50.15-" + day(-20).toLocalDate().toString().substring(2).replace("-", "") + "-" + number;
        String json = "{\"unit\": \"KS-HCC\", \"procedure\": \"1.004227\", \"field\": \"DATDAI\", \"receivedAt\": \""
                + day(-20) + "\", \"dueAt\": \"" + day(-1) + "\", \"status\": \"" + status + "\", \"phone\": \"" + phone
                + "\"" + more + "}";
        assertThat(gateway.call("PUT", "/api/v1/dossiers/" + code, json).statusCode())
                .isLessThan(300);
        return code;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        played.close();
        exchange.close();
        gateway.close();
    }
}
