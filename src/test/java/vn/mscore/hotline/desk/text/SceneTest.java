package vn.mscore.hotline.desk.text;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierStatus;
import vn.mscore.hotline.dossier.Standing;
import vn.mscore.hotline.dossier.Standing.StageStanding;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.UnitName;

/** A scene with Lan's dossier of Khe Sanh. */
abstract class SceneTest {
    static final String LAN = "0912345678";
    static final String STRANGER = "0987654321";
    static final String CODE = "H50.15-260814-0012";
    static final String READY = "H50.15-260803-0007";
    static final String RETURNED = "H50.15-260801-0003";
    static final UnitName OFFICE = new UnitName("TT PVHCC xã Khe Sanh", "TT PVHCC xa Khe Sanh");

    DeskScene scene;

    @BeforeEach
    void open() {
        scene = new DeskScene(Map.of());
        put(CODE, DossierStatus.PROCESSING, LAN);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    void put(String code, DossierStatus status, String phone) {
        put(code, status, phone, 3);
    }

    void late(String code, DossierStatus status, String phone) {
        put(code, status, phone, -5);
    }

    private void put(String code, DossierStatus status, String phone, int workingDays) {
        StageStanding stage = new StageStanding(
                "Thẩm định",
                "Tham dinh",
                new UnitName("Phòng Kinh tế", "Phong Kinh te"),
                LocalDate.parse("2026-08-14"),
                2,
                false);
        Standing standing = new Standing(
                new DossierCode(code),
                status,
                Optional.of(LocalDate.parse("2026-08-20")),
                workingDays,
                OFFICE,
                status.isFinal() ? Optional.empty() : Optional.of(stage));
        scene.dossiers.put(standing, PhoneNumber.parse(phone).orElseThrow(), "4821");
    }

    static PhoneNumber phone(String number) {
        return PhoneNumber.parse(number).orElseThrow();
    }
}
