package vn.mscore.hotline.desk.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.complaint.CompleteComplaint.Missing;
import vn.mscore.hotline.sms.LatePart;

/** Security row 44: what the desk makes of a part that came too late. */
class LatePartTextsTest extends SceneTest {
    private static final String MARK = "[phần 2/2 đến muộn] ";

    private static LatePart second(String before, String words) {
        return new LatePart(List.of(1L), 2, 2, words, before + "[...]", before + words);
    }

    @Test
    void wordsGoToTheCaseOfTheirTextAndAreNotAnsweredAgain() {
        scene.says(LAN, "PA duong vao thon [...]");
        assertThat(scene.says(LAN, second("PA duong vao thon ", "bi hu nang"))).isEmpty();
        assertThat(scene.complaints.completed)
                .containsExactly(new Missing(
                        List.of("sms:1"), MARK + "bi hu nang", "PA duong vao thon bi hu nang", false, "sms:2:gsm1"));
        assertThat(scene.complaints.all).hasSize(1);
        assertThat(scene.silences).containsEntry(2L, "desk.late-part");
    }

    @Test
    void keywordThatCameLateMakesADenunciationOfTheWhole() {
        scene.says(LAN, "[...]lay dat cua dan lam nha");
        LatePart head = new LatePart(
                List.of(1L),
                1,
                2,
                "TO CAO ong truong thon ",
                "[...]lay dat cua dan lam nha",
                "TO CAO ong truong thon lay dat cua dan lam nha");
        assertThat(scene.says(LAN, head)).isEmpty();
        assertThat(scene.complaints.completed).extracting(Missing::denounced).containsExactly(true);
    }

    @Test
    void dangerThatCameLateIsAnsweredAtOnceAndOldDangerIsNot() {
        scene.says(LAN, "PA o thon 3 [...]");
        assertThat(scene.says(LAN, second("PA o thon 3 ", "dang chay nha"))).contains("114");
        assertThat(scene.says(LAN, second("PA chay nha o thon 3 ", "ong Hai"))).isEmpty();
    }

    @Test
    void restOfAnAnsweredCommandIsNoCommandAndNoAnswer() {
        scene.says(LAN, "HD [...]");
        scene.says(LAN, "KNAI");
        assertThat(scene.says(LAN, second("HD ", "HUY cam on"))).isEmpty();
        assertThat(scene.silences).containsEntry(3L, "desk.late-part");
        assertThat(scene.complaints.all).isEmpty();
        assertThat(scene.refusals.out).isEmpty();
        scene.says(LAN, "quyet dinh so 5");
        assertThat(scene.complaints.all)
                .as("the question is still open")
                .extracting(complaint -> complaint.text())
                .containsExactly("quyet dinh so 5");
    }

    @Test
    void beginningThatCameLateIsCarriedOut() {
        assertThat(scene.says(LAN, "[...]cam on")).isEmpty();
        LatePart head = new LatePart(List.of(1L), 1, 2, "TC " + CODE + " ", "[...]cam on", "TC " + CODE + " cam on");
        assertThat(scene.says(LAN, head)).contains(CODE);
    }

    @Test
    void textThatIsToBeReadOnlyAsAWholeIsKeptAsAWhole() {
        assertThat(scene.says(LAN, "can bo doi [...]")).startsWith("Chua hieu tin nhan.");
        assertThat(scene.says(LAN, second("can bo doi ", "tien"))).isEmpty();
        assertThat(scene.complaints.all)
                .extracting(complaint -> complaint.text())
                .containsExactly("can bo doi tien");
    }

    @Test
    void commandThatTurnsOutToTellOfMoneyAskedForIsKeptAsAWhole() {
        String mark = "HD can bo doi ";
        scene.says(LAN, mark + "[...]");
        assertThat(scene.says(LAN, second(mark, "tien moi lam"))).isEmpty();
        assertThat(scene.complaints.all)
                .extracting(complaint -> complaint.text())
                .containsExactly(mark + "tien moi lam");
    }

    @Test
    void commandThatTurnsOutToTellOfDangerIsAnsweredAndKept() {
        scene.says(LAN, "HD [...]");
        assertThat(scene.says(LAN, second("HD ", "dang chay nha o thon 3"))).contains("114");
        assertThat(scene.complaints.all).hasSize(1);
    }

    @Test
    void echoOfOurOwnTextStaysAnEcho() {
        String ours = "Chua hieu tin nhan. Soan HD de xem huong dan. De phan anh, soan: PA noi dung.";
        String rest = " Hoac goi 18008081 (mien phi) de gap can bo.";
        assertThat(scene.says(LAN, second(ours, rest))).isEmpty();
        assertThat(scene.silences).containsEntry(1L, "desk.own-words");
    }

    @Test
    void hiddenSendersHaveTheirCaseToo() {
        scene.says("Lapse", "PA duong vao thon [...]");
        assertThat(scene.says("Lapse", second("PA duong vao thon ", "bi hu nang")))
                .isEmpty();
        assertThat(scene.complaints.all).hasSize(1);
        assertThat(scene.complaints.completed).hasSize(1);
    }
}
