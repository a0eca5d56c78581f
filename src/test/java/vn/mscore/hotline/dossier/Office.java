package vn.mscore.hotline.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.dossier.DossierRegister.Outcome;
import vn.mscore.hotline.house.FactLog;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.ImportReport;
import vn.mscore.hotline.unit.UnitRegister;

/** A one-stop office of Khe Sanh, old and new, in a house of its own. */
final class Office implements AutoCloseable {
    static final String UNITS = """
            code,name,short_name,kind,parent,valid_from,valid_to,identifiers
            QT,Tỉnh Quảng Trị,Tinh Quang Tri,PROVINCE,,1989-07-01,,H50
            HH,Huyện Hướng Hóa,Huyen Huong Hoa,DISTRICT,QT,1996-01-01,30/06/2025,H50.15
            HH-BPTN,Bộ phận TN&TKQ huyện Hướng Hóa,BP TN-TKQ Huong Hoa,ONE_STOP,HH,1996-01-01,30/06/2025,
            HH-TNMT,Phòng TN&MT huyện Hướng Hóa,Phong TNMT Huong Hoa,DIVISION,HH,1996-01-01,30/06/2025,
            KS,Xã Khe Sanh,Xa Khe Sanh,COMMUNE,QT,2025-07-01,,H50.15
            KS-HCC,TT PVHCC xã Khe Sanh,TT PVHCC xa Khe Sanh,ONE_STOP,KS,2025-07-01,,
            KS-PKT,Phòng Kinh tế,Phong Kinh te,DIVISION,KS,2025-07-01,,
            """;
    static final String SUCCESSORS = """
            code,field,unit,from
            HH-BPTN,,KS-HCC,01/07/2025
            HH-TNMT,,KS-PKT,01/07/2025
            """;

    final MovingClock clock = MovingClock.atVietnam("2026-08-19T09:30");
    final House house;

    Office() {
        this(Map.of());
    }

    Office(Map<String, String> settings) {
        house = House.open(clock, settings);
        UnitRegister units = house.get(UnitRegister.class);
        assertThat(units.importUnits(bytes(UNITS)).faults()).isEmpty();
        assertThat(units.importSuccessors(bytes(SUCCESSORS)).faults()).isEmpty();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    DossierLookup lookup() {
        return house.get(DossierLookup.class);
    }

    DossierRegister register() {
        return house.get(DossierRegister.class);
    }

    Outcome put(String code, String json) {
        return register().put(code, bytes(json), false);
    }

    /** A dossier of Khe Sanh: {@code more} are further JSON members, each with a leading comma. Received on the day of its code. */
    Outcome put(String code, String status, String due, String more) {
        String ymd = new DossierCode(code).shortForm();
        String received = "20" + ymd.substring(0, 2) + "-" + ymd.substring(2, 4) + "-" + ymd.substring(4, 6);
        return put(code, """
                {"unit":"KS-HCC","procedure":"Cấp GCN","field":"DATDAI","receivedAt":"%sT08:00:00+07:00",
                 "dueAt":"%sT17:00:00+07:00","status":"%s"%s}""".formatted(received, due, status, more));
    }

    ImportReport importDossiers(String csv) {
        return register().importDossiers(bytes(csv), false);
    }

    List<DossierChanged> facts() {
        return house.get(FactLog.class).of(DossierChanged.class);
    }

    long count(String table) {
        return house.tx(() -> ((Number) house.entityManager()
                        .createNativeQuery("select count(*) from " + table)
                        .getSingleResult())
                .longValue());
    }

    @Override
    public void close() {
        house.close();
    }
}
