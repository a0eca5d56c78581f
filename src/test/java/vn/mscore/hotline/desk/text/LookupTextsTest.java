package vn.mscore.hotline.desk.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.desk.EnumerationAlarm.EnumerationSuspected;
import vn.mscore.hotline.desk.text.command.LaterLookups;
import vn.mscore.hotline.dossier.DossierStatus;

class LookupTextsTest extends SceneTest {
    @Test
    void applicantSeesTheStepAndAStrangerDoesNot() {
        assertThat(scene.says(LAN, "tra cuu h5o.15 26o814 0012"))
                .isEqualTo("HS H50.15-260814-0012 dang o buoc Tham dinh (Phong Kinh te) tu 14/08,"
                        + " da 2 ngay lam viec. Hen tra 20/08/2026. Phan anh: goi 18008081.");
        assertThat(scene.says(STRANGER, "tra cuu h5o.15 26o814 0012"))
                .isEqualTo("HS H50.15-260814-0012 dang xu ly. Hen tra 20/08/2026 (con 3 ngay lam viec)."
                        + " Noi nhan: TT PVHCC xa Khe Sanh. Can giup goi 18008081 (mien phi).");
    }

    @Test
    void row19RightPinOpensLevelOneAndAWrongOneIsNotToldApart() {
        assertThat(scene.says(STRANGER, "TC " + CODE + " 4821")).contains("Tham dinh");
        String none = scene.says(STRANGER, "TC " + CODE);
        assertThat(scene.says(STRANGER, "TC " + CODE + " 0000")).isEqualTo(none);
    }

    @Test
    void row20AfterThreeWrongPinsEvenTheRightOneTellsNothing() {
        String none = scene.says(STRANGER, "TC " + CODE);
        for (int i = 0; i < 3; i++) {
            assertThat(scene.says(STRANGER, "TC " + CODE + " 000" + i)).isEqualTo(none);
        }
        assertThat(scene.says(STRANGER, "TC " + CODE + " 4821")).isEqualTo(none);
        assertThat(scene.says("0977777777", "TC " + CODE + " 4821"))
                .as("per code")
                .isEqualTo(none);
        scene.clock.advance(Duration.ofHours(25));
        assertThat(scene.says(STRANGER, "TC " + CODE + " 4821")).contains("Tham dinh");
    }

    @Test
    void row18UnknownCodeIsEchoedOnlyAsRecognised() {
        assertThat(scene.says(STRANGER, "TC h5o.15-26o814-9999 4821"))
                .startsWith("Khong thay HS H50.15-260814-9999. Xin xem lai");
        assertThat(scene.says(STRANGER, "TC")).startsWith("Tin chua co ma ho so.");
    }

    @Test
    void row21TenAnswersThenOneNoticeThenSilence() {
        int answers = 0;
        int notices = 0;
        for (int i = 0; i < 1000; i++) {
            String reply = scene.says(STRANGER, "TC H50.15-260814-" + String.format("%04d", 2000 + i));
            answers += reply.startsWith("Khong thay") ? 1 : 0;
            notices += reply.startsWith("Hom nay so nay da tra cuu 10 lan.") ? 1 : 0;
        }
        assertThat(answers).isEqualTo(10);
        assertThat(notices).isEqualTo(1);
        assertThat(scene.facts).hasSize(1).first().isInstanceOf(EnumerationSuspected.class);
    }

    @Test
    void row22ConsecutiveCodesFromManyNumbersAlarmAndTheMinuteIsLimited() {
        int answered = 0;
        for (int i = 0; i < 1000; i++) {
            String reply = scene.says("09111" + (10000 + i / 5), "TC H50.15-260815-" + (3000 + i));
            answered += reply.startsWith("Khong thay") ? 1 : 0;
        }
        assertThat(answered).isEqualTo(60);
        assertThat(scene.facts).hasSize(1);
    }

    @Test
    void busyMinuteIsSaidAndAnsweredLater() {
        for (int i = 0; i < 60; i++) {
            scene.says("09111" + (10000 + i), "TC H50.15-260815-" + (3000 + 2 * i));
        }
        assertThat(scene.says(LAN, "TC " + CODE + " voi tien")).startsWith("He thong tra cuu dang ban.");
        scene.sent.clear();
        assertThat(scene.get(LaterLookups.class).run()).isZero();
        scene.clock.advance(Duration.ofSeconds(61));
        assertThat(scene.get(LaterLookups.class).run()).isEqualTo(1);
        assertThat(scene.sent).hasSize(1).first().extracting("text").asString().contains("Tham dinh");
        assertThat(scene.complaints.all).as("words of money, once").hasSize(1);
    }

    @Test
    void nearlyRightCodeOfOneselfIsSuggestedAndConfirmed() {
        assertThat(scene.says(LAN, "TC H50.15-260814-0013")).startsWith("Co phai ong/ba hoi HS " + CODE + "?");
        assertThat(scene.says(LAN, "1")).contains("Tham dinh");
        assertThat(scene.says(STRANGER, "TC H50.15-260814-0013")).startsWith("Khong thay HS");
        assertThat(scene.says(LAN, "TC H50.15-260814-012")).startsWith("Co phai ong/ba hoi HS " + CODE + "?");
        assertThat(scene.says(LAN, "khong")).startsWith("Tin chua co ma ho so.");
    }

    @Test
    void severalOwnDossiersAreListedAndChosen() {
        put(READY, DossierStatus.RESULT_READY, LAN);
        assertThat(scene.says(LAN, "HS"))
                .isEqualTo("So nay co 2 HS: 1) 260814-0012 dang xu ly, hen 20/08; 2) 260803-0007 da co ket qua."
                        + " Nhan 1 hoac 2 de xem chi tiet.");
        assertThat(scene.says(LAN, "3")).startsWith("Chua hieu tin nhan.");
        assertThat(scene.says(LAN, "2")).startsWith("HS H50.15-260803-0007 DA CO KET QUA.");
        assertThat(scene.says(STRANGER, "HS")).startsWith("Tin chua co ma ho so.");
    }

    @Test
    void listCallsNobodyLateWhileTheCitizenIsWaitedFor() {
        late(READY, DossierStatus.SUPPLEMENT_REQUIRED, LAN);
        assertThat(scene.says(LAN, "HS")).contains("2) 260803-0007 can bo sung.");
        late(READY, DossierStatus.PROCESSING, LAN);
        assertThat(scene.says(LAN, "HS")).contains("2) 260803-0007 qua hen 5 ngay");
    }

    @Test
    void listOfManyFitsOnePart() {
        for (int i = 0; i < 12; i++) {
            put("H50.15-260701-10" + (10 + i), DossierStatus.PROCESSING, LAN);
        }
        assertThat(scene.says(LAN, "HS").length()).isLessThanOrEqualTo(160);
        assertThat(scene.says(LAN, "HS")).contains("3) ").doesNotContain("4) ").contains("Nhan 1-3 de xem");
    }

    @Test
    void row4TenDigitsOfSeveralOfficesNeverShowAStrangersDossier() {
        put("H50.16-260814-0012", DossierStatus.PROCESSING, "0933333333");
        assertThat(scene.says(LAN, "2608140012")).contains(CODE).contains("Tham dinh");
        assertThat(scene.says(STRANGER, "2608140012")).startsWith("Tin chua co ma ho so.");
    }

    @Test
    void everyStateHasItsSentence() {
        Map<DossierStatus, String> expected = Map.of(
                DossierStatus.REGISTERED, "moi dang ky. Hen tra",
                DossierStatus.RECEIVED, "da tiep nhan. Hen tra",
                DossierStatus.REJECTED, "khong duoc tiep nhan",
                DossierStatus.SUPPLEMENT_REQUIRED, "can bo sung giay to",
                DossierStatus.PAYMENT_REQUIRED, "cho nop thue, phi",
                DossierStatus.WITHDRAWN, "da rut theo yeu cau",
                DossierStatus.STOPPED, "da dung giai quyet",
                DossierStatus.RESULT_READY, "DA CO KET QUA",
                DossierStatus.RETURNED, "da tra ket qua");
        expected.forEach((status, words) -> {
            put(READY, status, LAN);
            scene.clock.advance(Duration.ofHours(25));
            assertThat(scene.says(STRANGER, READY)).contains(words);
        });
    }
}
