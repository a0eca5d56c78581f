package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.CDI;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.RegisterComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.complaint.life.DecidedAtOnce;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.house.TestDatabase;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.UnitRegister;

/** {@code audit-verify} walks the logs of cases too, without the gateway. */
class CaseLogWalkIT {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void whatWasCutOffWithItsHeadIsSaidByTicketAndASealedCaseIsNotNamed() throws SQLException {
        try (House house = House.open(MovingClock.atVietnam("2026-08-03T09:30"), Map.of())) {
            for (int i = 0; i < 250; i++) {
                register(house, ComplaintKind.FEEDBACK, "duong o ga so " + i);
            }
            worked(house, register(house, ComplaintKind.FEEDBACK, "cau sap"));
            TicketNumber open = register(house, ComplaintKind.FEEDBACK, "rac o cho");
            TicketNumber secret = register(house, ComplaintKind.DENUNCIATION, "to cao can bo nhan tien");
            for (Job job : CDI.current().select(Job.class)) {
                if (job.name().equals("complaint.seal-case-logs")) {
                    job.run();
                }
            }
            assertThat(whole(house)).isTrue();
            assertThat(said()).contains("252 cases that may be named, 1 seals, whole");
            putIn(house, open);
            assertThat(whole(house)).isFalse();
            assertThat(said())
                    .contains("a reason, note or explanation of " + open.digits()
                            + " was put in: no entry vouches for it");
            cut(house, open);
            cut(house, secret);
            assertThat(whole(house)).isFalse();
            assertThat(said())
                    .contains("entry 1 of " + open.digits() + " is missing")
                    .contains("entry 1 of a case that is not named is missing")
                    .contains("NOT whole")
                    .doesNotContain(secret.digits())
                    .doesNotContain(row(house, secret));
        }
    }

    private static TicketNumber register(House house, ComplaintKind kind, String words) {
        return house.ask(
                        RegisterComplaint.class,
                        r -> r.register(new NewComplaint(
                                kind, Optional.of(LAN), words, Optional.empty(), "sms:1:modem", false)))
                .ticket();
    }

    /** An entry with every column: states, offices and a note. */
    private static void worked(House house, TicketNumber ticket) {
        for (String unit : new String[] {"KS-UBND", "QT-UBND"}) {
            String json =
                    "{\"name\": \"UBND\", \"shortName\": \"UBND\", \"kind\": \"OFFICE\", \"validFrom\": \"2025-07-01\"}";
            assertThat(house.get(UnitRegister.class).put(unit, json.getBytes(StandardCharsets.UTF_8)))
                    .isEmpty();
            new DecidedAtOnce(house).route(ticket, ComplaintKind.FEEDBACK, "GTDB", new UnitCode(unit));
        }
        new DecidedAtOnce(house).answer(ticket, "Đã sửa xong.");
        assertThat(house.schema().column("select count(*) from complaint_event where from_unit is not null"))
                .doesNotContain("0");
    }

    private static String row(House house, TicketNumber ticket) {
        return house.schema()
                .column("select id from complaint where ticket = '" + ticket.digits() + "'")
                .get(0);
    }

    private static Connection connect(House house) throws SQLException {
        TestDatabase.Schema schema = house.schema();
        return DriverManager.getConnection(schema.url(), schema.user(), schema.password());
    }

    private static void putIn(House house, TicketNumber ticket) {
        house.schema()
                .change(
                        "insert into complaint_note (id, complaint_id, kind, at, login, name, role, text_sealed) values (1, "
                                + row(house, ticket) + ", 'REASON', now(), 'hoa', 'Hoa', 'OPERATOR', '')");
    }

    private static void cut(House house, TicketNumber ticket) throws SQLException {
        try (Connection connection = connect(house);
                Statement statement = connection.createStatement()) {
            statement.execute("drop trigger if exists complaint_event_no_delete");
            statement.execute(
                    "delete e from complaint_event e join complaint c on c.id = e.complaint_id where c.ticket = '"
                            + ticket.digits() + "'");
            statement.execute(
                    "update complaint set version = 0, log_head = null where ticket = '" + ticket.digits() + "'");
        }
    }

    private boolean whole(House house) throws SQLException {
        said.reset();
        try (Connection connection = connect(house)) {
            return new AuditVerifyCommand(new PrintStream(said, true, StandardCharsets.UTF_8)).cases(connection);
        }
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
