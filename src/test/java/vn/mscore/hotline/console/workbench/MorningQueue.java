package vn.mscore.hotline.console.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.Handset;

/** What citizens left for the desk of a demo gateway before an operator comes in: each from a telephone of its own. */
final class MorningQueue {
    private static final List<String> TEXTS = List.of(
            "PA duong vao ban lay loi, xe khong di duoc, thon ",
            "PA rac thai do ra suoi boc mui hoi, thon ",
            "KNG de nghi lap den duong giao thong thon ",
            "PA mat nuoc sach nam ngay roi, thon ",
            "PA tram y te khong co thuoc phat cho dan thon ");

    private static final int CALL_BACK = 200;
    private static final int MARK = 300;
    private static final int VOICE = 400;

    private final Gateway gateway;

    MorningQueue(Gateway gateway) {
        this.gateway = gateway;
    }

    MorningQueue texts(int count) throws IOException, InterruptedException {
        for (int i = 0; i < count; i++) {
            text(i, TEXTS.get(i % TEXTS.size()) + i);
        }
        return this;
    }

    MorningQueue callBacks(int count) throws IOException, InterruptedException {
        for (int i = 0; i < count; i++) {
            text(CALL_BACK + i, "GL");
        }
        return this;
    }

    /** Of 1, 2 and so on out of ten, each for a dossier that was returned yesterday. */
    MorningQueue badMarks(int count) throws IOException, InterruptedException {
        for (int i = 0; i < count; i++) {
            String code = "H50.15-" + day(-20).substring(2).replace("-", "") + "-770" + i;
            String dossier = "{'unit': 'KS-HCC', 'procedure': '1.004227', 'field': 'DATDAI', 'status': 'RETURNED',"
                    + " 'receivedAt': '" + day(-20) + "T08:00:00+07:00', 'dueAt': '" + day(-1)
                    + "T17:00:00+07:00', 'returnedAt': '" + day(-1) + "T08:00:00+07:00', 'phone': '"
                    + number(MARK + i) + "'}";
            assertThat(gateway.call("PUT", "/api/v1/dossiers/" + code, dossier.replace('\'', '"'))
                            .statusCode())
                    .isLessThan(300);
            text(MARK + i, "CD " + code + " " + (1 + i));
        }
        return this;
    }

    MorningQueue voices(int count) throws IOException, InterruptedException {
        for (int i = 0; i < count; i++) {
            try (Handset call = Handset.dial(gateway, number(VOICE + i))) {
                call.press("3").hear("vi/menu-phan-anh").press("1").hear("\"RECORD\"");
                call.speak().press("#").hear("vi/xac-nhan").press("2").hear("vi/doc-ma-phieu");
            }
        }
        return this;
    }

    /** A text to the demo's modem. */
    void text(int sender, String words) throws IOException, InterruptedException {
        String phone = "%2B84" + number(sender).substring(1);
        assertThat(gateway.call("POST", "/api/simulator/phones/" + phone + "/messages", "{\"text\": \"" + words + "\"}")
                        .statusCode())
                .isEqualTo(202);
    }

    private static String number(int sender) {
        return "091234" + String.format("%04d", 1000 + sender);
    }

    private static String day(int from) {
        return LocalDate.now(Clock.system(ZoneId.of("Asia/Ho_Chi_Minh")))
                .plusDays(from)
                .toString();
    }
}
