package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Two packaged gateways on one database, with one modem between them. The one that has the modem is killed while citizens
 * write: the other takes the modem over, every message is stored once and answered.
 */
class TwoNodesIT {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final int BEFORE = 20;
    private static final int AFTER = 40;

    private static final Pattern TOLD = Pattern.compile("phieu ([0-9]{8})");

    private final Path home = Gateway.freshFolder("nodes");
    private final TestDatabase.Schema schema = TestDatabase.empty();

    @Test
    void theOtherNodeTakesTheModemOverAndNothingIsLostOrDoubled() throws Exception {
        try (Air air = new Air(home.resolve("modem.jsonl"));
                Gateway first = node("mot", air);
                Gateway second = node("hai", air)) {
            first.start();
            sameKeys(first, second);
            second.start();
            assertThat(Gateway.await(LIMIT, () -> isUp(second))).isTrue();
            write(air, 0, BEFORE);
            assertThat(answered(air, BEFORE)).as("answered by the first node").isTrue();
            assertThat(Gateway.await(LIMIT, () -> holds("mot")))
                    .as("the first node has the modem")
                    .isTrue();
            write(air, BEFORE, AFTER);
            first.kill();
            assertThat(answered(air, AFTER)).as("answered by the second node").isTrue();
            assertThat(count("select count(*) from sms_message where state = 'DONE'"))
                    .isEqualTo(AFTER);
            tickets(air);
            assertThat(answers(air, AFTER) - AFTER).as("answers doubled").isBetween(0, 1);
            assertThat(holder()).isEqualTo("hai");
        }
    }

    private static boolean isUp(Gateway node) {
        try {
            return !node.get("/health/ready").body().contains("DOWN");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** As the technician does it: what one node has sealed the other must open. */
    private static void sameKeys(Gateway from, Gateway to) throws IOException {
        Path secrets = Files.createDirectories(to.var().resolve("secrets"));
        Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rwx------"));
        try (Stream<Path> files = Files.list(from.var().resolve("secrets"))) {
            for (Path file : files.toList()) {
                Files.copy(file, secrets.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void write(Air air, int from, int to) {
        IntStream.range(from, to).forEach(i -> air.text(phone(i), isComplaint(i) ? words(i) : "HELP"));
    }

    private static boolean isComplaint(int number) {
        return number % 4 != 0;
    }

    private static String words(int number) {
        return "PA duong thon " + number + " bi hu nang";
    }

    private static String phone(int number) {
        return String.format(Locale.ROOT, "+8491%07d", number);
    }

    private static boolean answered(Air air, int count) throws InterruptedException {
        return Gateway.await(LIMIT, () -> IntStream.range(0, count).allMatch(i -> air.answers(phone(i)) > 0));
    }

    private static int answers(Air air, int count) {
        return IntStream.range(0, count).map(i -> air.answers(phone(i))).sum();
    }

    /** Each complaint is in one ticket of its own, and its citizen was told the number of that one. */
    private void tickets(Air air) throws InterruptedException {
        int complaints =
                (int) IntStream.range(0, AFTER).filter(TwoNodesIT::isComplaint).count();
        List<String> sources = schema.column("select source from complaint_words where author = 'CITIZEN'");
        assertThat(sources).doesNotHaveDuplicates().hasSize(complaints);
        List<String> tickets = schema.column("select ticket from complaint");
        assertThat(tickets).doesNotHaveDuplicates().hasSize(complaints);
        TreeSet<String> told = new TreeSet<>();
        for (int i = 0; i < AFTER; i++) {
            if (isComplaint(i)) {
                TOLD.matcher(String.join("\n", air.received(phone(i), 1, LIMIT)))
                        .results()
                        .forEach(ticket -> told.add(ticket.group(1)));
            }
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(tickets);
    }

    private String holder() throws SQLException {
        return first("select node from sms_line_lease where line = 'sim'");
    }

    private boolean holds(String node) {
        try {
            return node.equals(holder());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int count(String query) throws SQLException {
        return Integer.parseInt(first(query));
    }

    private String first(String query) throws SQLException {
        try (Connection connection = schema.connect();
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private Gateway node(String name, Air air) throws IOException {
        return new Gateway(home.resolve(name))
                .set("hotline.node", name)
                .set("hotline.db.url", schema.url())
                .set("hotline.db.user", schema.user())
                .set("hotline.db.password", schema.password())
                .set("hotline.sms.modems", "sim=" + air.address())
                .set("hotline.sms.modem.sim.pace", "50/s")
                .set("hotline.sms.unknown.resendAfter", "5");
    }
}
