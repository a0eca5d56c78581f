package vn.mscore.hotline.desk.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.shared.TicketNumber;

/** What is said beside a command, a code or a ticket is kept where it belongs. */
class WordsBesideTest extends SceneTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "XOADL ong Nam dia chinh doi tien  | Da nhan yeu cau | XOADL |",
                "DU LIEU ong Nam doi tien cua toi  | Da nhan yeu cau | QUYEN |",
                "XOADL don to cao cua toi          | Da nhan yeu cau | XOADL |",
                "XOADL xoa het so cua toi          | Da nhan yeu cau | XOADL xoa het so cua toi | no",
                "GL ong Nam doi tien               | Da hen goi lai | |",
                "GL sau gio lam                    | Da hen goi lai |                          | no",
                "HD nop phong bi                   | TC ma HS       | |",
                "NN phong bi                       | NN VI          | |",
                "CD doi tien                       | Diem la so     | |",
                "bi doi tien                       | Chua hieu      | |",
                "duong hu                          | Chua hieu      |                          | no",
                "HS doi tien                       | HS             | |",
                "TC H50.15-260814-0012 voi tien    | 260814-0012    | |",
                "TC H50.15-260814-0012 cam on      | 260814-0012    |                          | no",
            })
    void secretWordsBesideACommandAreACaseAndNotSeenWithWhatWasAsked(
            String text, String answer, String kept, String open) {
        assertThat(scene.says(LAN, text)).contains(answer);
        assertThat(scene.requests).isEqualTo(kept == null ? List.of() : List.of(kept));
        assertThat(scene.complaints.all)
                .extracting(NewComplaint::text)
                .isEqualTo(open == null ? List.of(text) : List.of());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "XOADL phieu %s ma 48210078                | DENUNCIATION XOADL phieu %s ma           | XOADL",
                "GL 48210078 cho phieu %s                  | DENUNCIATION GL cho phieu %s |",
                "chua ai goi toi phieu %s ma 48210078      | DENUNCIATION chua ai goi toi phieu %s ma |",
                "PA phieu %s, 14082026 hen ma chua lam     | FEEDBACK phieu %s, 14082026 hen ma chua lam |",
                "PA phieu %s da nop 15000000 dong       | FEEDBACK phieu %s da nop 15000000 dong |",
                "PA den bu 45000000 chi nhan 15000000   | FEEDBACK den bu 45000000 chi nhan 15000000 |",
                "PA phieu %s va %s cung mot doan duong hu  | FEEDBACK phieu %s va %s cung mot doan duong hu |",
            })
    void receiptCodeBesideItsTicketIsReadByNoOperator(String text, String kept, String request) {
        String ticket = TicketNumber.of(2026, 123).digits();
        scene.says(LAN, text.replace("%s", ticket));
        assertThat(scene.complaints.all)
                .extracting(one -> one.kind() + " " + one.text().replaceAll(" +", " "))
                .containsExactly(kept.replace("%s", ticket));
        assertThat(scene.requests).isEqualTo(request == null ? List.of() : List.of(request));
    }

    @Test
    void pinIsNoneOfTheWordsBesideALookUp() {
        scene.says(LAN, "TC H50.15-260814-0012 4821, voi tien");
        assertThat(scene.complaints.all)
                .extracting(NewComplaint::text)
                .containsExactly("TC H50.15-260814-0012 , voi tien");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"XOADL ong Nam dia chinh doi tien", "GL ong Nam doi tien", "HD nop phong bi", "bi doi tien"})
    void row33FloodKeepsSecretWordsBesideACommand(String text) {
        assertThat(scene.says(LAN, text, true)).isEmpty();
        assertThat(scene.requests).isEmpty();
        assertThat(scene.complaints.all).extracting(NewComplaint::text).containsExactly(text);
    }

    @ParameterizedTest(name = "{0}: a case {1}, further words {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "RUT %s vi ong Nam doi tien        | UNCLASSIFIED RUT %s vi ong Nam doi tien         |",
                "XEM %s ong Nam doi tien           | UNCLASSIFIED XEM %s ong Nam doi tien            |",
                "XEM %s 48210078 ong Nam doi tien  | DENUNCIATION Bổ sung phiếu %s: ong Nam doi tien |",
                "RUT %s 4821 0078 ong Nam doi tien | DENUNCIATION Bổ sung phiếu %s: ong Nam doi tien |",
                "RUT %s vi ong Nam den noi chuyen  |                                                 | vi ong Nam den noi chuyen",
                "RUT %s cam on                     |                                                 |",
                "XEM %s                            |                                                 |",
            })
    void wordsBehindATicketToBeSeenOrWithdrawnAreNotLost(String text, String kept, String added) {
        scene.says(LAN, "PA duong vao thon bi hu");
        String ticket = scene.complaints.ticket(0).digits();
        scene.says(LAN, text.replace("%s", ticket));
        assertThat(scene.complaints.all.stream()
                        .skip(1)
                        .map(one -> one.kind() + " " + one.text())
                        .toList())
                .isEqualTo(kept == null ? List.of() : List.of(kept.replace("%s", ticket)));
        assertThat(scene.complaints.added).isEqualTo(added == null ? List.of() : List.of(added));
    }
}
