package vn.mscore.hotline.desk.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.citizen.CitizenLines.Question;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.dossier.DossierStatus;
import vn.mscore.hotline.score.RecordScore.Proof;

class ScoreTextsTest extends SceneTest {
    @Test
    void scoreIsStoredThankedAndReplaced() {
        put(RETURNED, DossierStatus.RETURNED, LAN);
        assertThat(scene.says(LAN, "CD " + RETURNED + " 8"))
                .startsWith("Cam on ong/ba da cham 8/10 cho HS " + RETURNED);
        assertThat(scene.says(LAN, "CD " + RETURNED + " 9"))
                .as("row 24: the receipt says replaced")
                .startsWith("Cam on ong/ba da cham lai 9/10");
        assertThat(scene.says(STRANGER, "CD " + RETURNED + " 4821 7")).contains("cham 7/10");
        assertThat(scene.says("0933333333", "CD " + RETURNED + " 7")).contains("cham 7/10");
        assertThat(scene.scores.taken)
                .extracting("strength")
                .containsExactly(Proof.REGISTERED_PHONE, Proof.REGISTERED_PHONE, Proof.PIN, Proof.NONE);
    }

    @Test
    void scoreWithoutACodeNeedsOneUnscoredDossier() {
        assertThat(scene.says(LAN, "CD 8")).startsWith("Diem la so tu 1");
        put(RETURNED, DossierStatus.RETURNED, LAN);
        assertThat(scene.says(LAN, "CD 8 nhung cho lau qua")).contains("cham 8/10 cho HS " + RETURNED);
        assertThat(scene.scores.words).containsExactly("nhung cho lau qua");
        put(READY, DossierStatus.RETURNED, LAN);
        assertThat(scene.says(LAN, "CD 9")).contains("cham 9/10 cho HS " + READY);
    }

    @Test
    void scoreWithoutACodeAndSeveralDossiersAsksWhich() {
        put(RETURNED, DossierStatus.RETURNED, LAN);
        put(READY, DossierStatus.RETURNED, LAN);
        assertThat(scene.says(LAN, "CD 6"))
                .isEqualTo("Ong/ba muon cham HS nao: 1) 260801-0003; 2) 260803-0007? Nhan 1 hoac 2.");
        assertThat(scene.says(LAN, "2")).contains("cham 6/10 cho HS " + READY);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "CD H50.15-260801-0003 0 vi can bo doi tien | Diem la so      | true",
                "CD 1 ong Nam doi tien                      | Diem la so      | true",
                "CD H50.15-260814-7777 1 ong Nam doi tien   | Chua cham diem  | true",
                "DG H50.15-260801-0003 can bo doi tien      | Ong/ba cham may | true",
                "CD H50.15-260801-0003 1 toi to cao can bo   | Cam on ong/ba   | true",
                "DG H50.15-260801-0003 hài lòng lắm         | Ong/ba cham may | false",
                "CD H50.15-260801-0003 1 lam lau qua        | Cam on ong/ba   | false",
            })
    void wordsBesideAMarkAreKeptWhateverBecomesOfTheMark(String text, String answer, boolean kept) {
        if (!text.startsWith("CD 1")) {
            put(RETURNED, DossierStatus.RETURNED, LAN);
        }
        assertThat(scene.says(LAN, text)).startsWith(answer);
        assertThat(scene.complaints.all).hasSize(kept ? 1 : 0);
    }

    @Test
    void row23And25WrongMarksAndDossiersAreRefusedWithHelp() {
        put(RETURNED, DossierStatus.RETURNED, LAN);
        for (String mark : new String[] {"0", "11", "-1", "99999999999", "8.5"}) {
            assertThat(scene.says(LAN, "CD " + RETURNED + " " + mark)).startsWith("Diem la so tu 1 (rat kem)");
        }
        assertThat(scene.says(LAN, "CD " + CODE + " 8")).startsWith("Chua cham diem duoc HS nay");
        assertThat(scene.says(LAN, "CD H50.15-260814-7777 8")).startsWith("Chua cham diem duoc HS nay");
        assertThat(scene.scores.taken).isEmpty();
    }

    @Test
    void lowScoreIsAskedWhyAndMoneyGoesToTheSecretLane() {
        put(RETURNED, DossierStatus.RETURNED, LAN);
        assertThat(scene.says(LAN, "CD " + RETURNED + " 3")).startsWith("Cam on ong/ba (3/10). Diem nao");
        assertThat(scene.says(LAN, "4")).as("the receipt comes from notice").isEmpty();
        assertThat(scene.complaints.all).hasSize(1);
        assertThat(scene.complaints.all.get(0).kind()).isEqualTo(ComplaintKind.DENUNCIATION);
        assertThat(scene.complaints.all.get(0).text()).contains("lý do 4").contains(RETURNED);
        assertThat(scene.says(LAN, "4")).as("the question is closed").startsWith("Chua hieu");
        scene.says(LAN, "CD " + RETURNED + " 2");
        assertThat(scene.says(LAN, "1 cho qua lau")).startsWith("Cam on ong/ba, da ghi nhan ly do.");
        assertThat(scene.scores.words).containsExactly("reason 4", "reason 1", "cho qua lau");
    }

    @Test
    void row37AllegationInAScoreCountsTheScoreAndKeepsTheWordsForTheCouncil() {
        put(RETURNED, DossierStatus.RETURNED, LAN);
        assertThat(scene.says(LAN, "CD " + RETURNED + " 1 vì ông A đòi tiền")).startsWith("Cam on ong/ba (1/10)");
        assertThat(scene.scores.taken).hasSize(1);
        assertThat(scene.scores.words).containsExactly("vì ông A đòi tiền");
        assertThat(scene.complaints.all).hasSize(1);
        assertThat(scene.complaints.all.get(0).kind()).isEqualTo(ComplaintKind.UNCLASSIFIED);
    }

    @Test
    void surveyIsAnsweredWithAMarkAndWords() {
        put(RETURNED, DossierStatus.RETURNED, LAN);
        scene.lines.ask(phone(LAN), new Question(Question.Kind.SURVEY_SCORE, RETURNED), Duration.ofHours(72));
        assertThat(scene.says(LAN, "8 nhung cho lau qua")).contains("cham 8/10");
        assertThat(scene.scores.words).containsExactly("nhung cho lau qua");
        assertThat(scene.says(LAN, "8")).startsWith("Chua hieu tin nhan.");
    }

    @Test
    void questionClosesAfterThreeDays() {
        put(RETURNED, DossierStatus.RETURNED, LAN);
        scene.lines.ask(phone(LAN), new Question(Question.Kind.SURVEY_SCORE, RETURNED), Duration.ofHours(72));
        scene.clock.advance(Duration.ofHours(73));
        assertThat(scene.says(LAN, "8")).startsWith("Chua hieu tin nhan.");
    }
}
