package vn.mscore.hotline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.UnitRegister;

/** Two communes with rooms below a province, and short ways to put dossiers, marks and cases there. */
public final class ReportHouse implements AutoCloseable {
    static final String UNITS = """
            code,name,short_name,kind,parent,valid_from,valid_to,identifiers
            QT,Tỉnh Quảng Trị,Tinh Quang Tri,PROVINCE,,1989-07-01,,H50
            HH,Huyện Hướng Hóa,Huyen Huong Hoa,DISTRICT,QT,1996-01-01,30/06/2025,H50.15
            HH-TNMT,Phòng TN&MT huyện Hướng Hóa,Phong TNMT Huong Hoa,DIVISION,HH,1996-01-01,30/06/2025,
            KS,Xã Khe Sanh,Xa Khe Sanh,COMMUNE,QT,2025-07-01,,H50.15
            KS-HCC,TT PVHCC xã Khe Sanh,TT PVHCC xa Khe Sanh,ONE_STOP,KS,2025-07-01,,
            KS-PKT,Phòng Kinh tế xã Khe Sanh,Phong Kinh te KS,DIVISION,KS,2025-07-01,,
            LB,Xã Lao Bảo,Xa Lao Bao,COMMUNE,QT,2025-07-01,,H50.16
            LB-HCC,TT PVHCC xã Lao Bảo,TT PVHCC xa Lao Bao,ONE_STOP,LB,2025-07-01,,
            """;
    static final String SUCCESSORS = "code,field,unit,from\nHH-TNMT,,KS-PKT,01/07/2025\n";

    public final MovingClock clock;
    public final House house;
    private int number;

    public ReportHouse(String now) {
        clock = MovingClock.atVietnam(now);
        house = House.open(clock, Map.of());
        UnitRegister units = house.get(UnitRegister.class);
        assertThat(units.importUnits(UNITS.getBytes(StandardCharsets.UTF_8)).faults())
                .isEmpty();
        assertThat(units.importSuccessors(SUCCESSORS.getBytes(StandardCharsets.UTF_8))
                        .faults())
                .isEmpty();
    }

    public static Viewer viewer(Role role, String unit) {
        return new Viewer(
                role.ordinal() + 1L,
                role.name().toLowerCase(java.util.Locale.ROOT),
                "Người dùng " + role,
                role,
                Optional.of(unit).filter(code -> !code.isEmpty()).map(UnitCode::new),
                false);
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(7));
    }

    long id() {
        return house.get(Ids.class).next();
    }

    public void sql(String sql, Object... parameters) {
        house.tx(() -> house.get(Sql.class).update(sql, parameters));
    }

    String dossier(String unit, String status, String due) {
        String code = "H50.15-260201-" + String.format("%04d", ++number);
        sql(
                "insert into dossier (id, code, unit, procedure_name, field, status, received_at, due_at, fed_by)"
                        + " values (?, ?, ?, 'Cấp GCN', 'DATDAI', ?, ?, ?, 1)",
                id(),
                code,
                unit,
                status,
                at("2026-02-02T08:00"),
                at(due + "T17:00"));
        return code;
    }

    /** A line of a stage log; empty texts where it is open or not a pause. */
    record Step(String unit, String name, String from, String to, String pause) {}

    void stage(String code, Step step) {
        sql(
                "insert into dossier_stage (dossier, entered_at, name, unit, left_at, allowed_minutes, pause_reason)"
                        + " select id, ?, ?, ?, ?, 900, ? from dossier where code = ?",
                at(step.from()),
                step.name(),
                step.unit(),
                step.to().isEmpty() ? null : at(step.to()),
                step.pause().isEmpty() ? null : step.pause(),
                code);
    }

    void mark(String unit, String field, int points, Instant at) {
        sql(
                "insert into score (id, dossier, phone_index, in_progress, unit, field, points, scale, channel, proof,"
                        + " weight, scored_at, changed_at) values (?, ?, ?, false, ?, ?, ?, 10, 'SMS', 'REGISTERED_PHONE', 1, ?, ?)",
                id(),
                "H50.15-260201-" + String.format("%04d", ++number),
                new byte[32],
                unit,
                field,
                points,
                at,
                at);
    }

    /** Given by somebody who knows the code and nothing else. */
    void untiedMark(String unit, String field, int points, Instant at) {
        mark(unit, field, points, at);
        sql("update score set proof = 'NONE', weight = 0 order by id desc limit 1");
    }

    /** The one given at this moment was tied to its dossier by the PIN alone. */
    void byPin(String at) {
        sql("update score set proof = 'PIN', weight = 0.5 where scored_at = ?", at(at));
    }

    void aCase(String unit, String state, String due, boolean secret) {
        sql(
                "insert into complaint (id, ticket, kind, state, secret, urgent, classified, category, words_digest,"
                        + " unit, unit_name, unit_ascii, registered_at, registered_on, due, routed_on, source)"
                        + " values (?, ?, 'FEEDBACK', ?, ?, false, true, 'HSQH', ?, ?, ?, ?, ?, ?, ?, ?, 'sms:1:modem')",
                id(),
                TicketNumber.of(26, ++number).digits(),
                state,
                secret,
                new byte[32],
                unit,
                "Đơn vị " + unit,
                unit,
                at("2026-02-02T08:00"),
                LocalDate.parse("2026-02-02"),
                LocalDate.parse(due),
                LocalDate.parse("2026-02-02"));
    }

    @Override
    public void close() {
        house.close();
    }
}
