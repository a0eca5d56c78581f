package vn.mscore.hotline.desk.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.complaint.CaseClock.Step;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.dossier.DossierStatus;
import vn.mscore.hotline.shared.TicketNumber;

class OtherTextsTest extends SceneTest {
    @Test
    void newTicketsAreNotReceiptedByTheDeskAndRepetitionsAre() {
        assertThat(scene.says(LAN, "PA duong vao thon bi hu")).isEmpty();
        assertThat(scene.complaints.all.get(0).source()).isEqualTo("sms:1:gsm1");
        assertThat(scene.says(LAN, "PA duong vao thon bi hu"))
                .startsWith("Noi dung nay da duoc ghi nhan o phieu " + scene.complaints.ticket(0));
    }

    @Test
    void keywordAloneAsksForTheContentForHalfAnHour() {
        assertThat(scene.says(LAN, "KNAI")).startsWith("Xin nhan tiep noi dung phan anh");
        assertThat(scene.says(LAN, "mat dien")).isEmpty();
        assertThat(scene.complaints.all.get(0).kind()).isEqualTo(ComplaintKind.COMPLAINT);
        scene.says(LAN, "PA");
        scene.clock.advance(Duration.ofMinutes(31));
        assertThat(scene.says(LAN, "mat nuoc")).startsWith("Chua hieu tin nhan.");
    }

    @Test
    void knIsAskedBackAndDecided() {
        assertThat(scene.says(LAN, "KN ve viec thu hoi dat")).isEmpty();
        String ticket = scene.complaints.ticket(0).digits();
        assertThat(scene.says(LAN, "3")).startsWith("Da luu noi dung, ma phieu " + ticket);
        assertThat(scene.says(LAN, "2")).startsWith("Ma phieu " + ticket + ". Khieu nai phai co don");
        scene.says(LAN, "KN lam cau qua suoi");
        assertThat(scene.says(LAN, "1")).startsWith("Da ghi nhan kien nghi, gop y, ma phieu");
        assertThat(scene.complaints.added).containsExactly("COMPLAINT", "SUGGESTION");
    }

    @Test
    void knThatCannotBeDecidedAnyMoreKeepsTheChoiceAndIsAnsweredTruly() {
        scene.says(LAN, "KN ve viec thu hoi dat");
        scene.complaints.state = State.DONG;
        assertThat(scene.says(LAN, "2")).contains("da ket thuc");
        assertThat(scene.complaints.added).containsExactly("Trả lời câu hỏi: 2, khiếu nại.");
    }

    @Test
    void row36DenunciationSaysNothingOfItself() {
        assertThat(scene.says(LAN, "TC truong phong Nguyen Van A nhan tien ho so " + CODE))
                .isEmpty();
        assertThat(scene.complaints.all.get(0).kind()).isEqualTo(ComplaintKind.DENUNCIATION);
        assertThat(scene.says(LAN, "XEM " + scene.complaints.ticket(0)))
                .startsWith("Da nhan tin, ma so")
                .doesNotContainIgnoringCase("to cao");
    }

    @Test
    void ticketStatesAreToldToTheirOwnerOnly() {
        scene.says(LAN, "PA duong vao thon bi hu");
        String ticket = scene.complaints.ticket(0).digits();
        Map<State, String> expected = Map.of(
                State.MOI, "dang phan loai",
                State.DA_CHUYEN, "da chuyen UBND xa Khe Sanh ngay 18/08/2026",
                State.DA_TRA_LOI, "da co tra loi",
                State.DONG, "da ket thuc",
                State.MO_LAI, "da duoc mo lai",
                State.TU_CHOI, "khong duoc thu ly",
                State.TRUNG, "da gop vao",
                State.CHUYEN_KHAC, "ngoai tinh",
                State.RUT, "da rut theo yeu cau");
        expected.forEach((state, words) -> {
            scene.complaints.state = state;
            assertThat(scene.says(LAN, "XEM " + ticket)).contains(words);
        });
        assertThat(scene.says(STRANGER, "XEM " + ticket)).startsWith("Khong thay phieu nay");
        assertThat(scene.says(LAN, "XEM 26001234")).startsWith("Khong thay phieu nay");
    }

    @ParameterizedTest
    @CsvSource({
        "PETITION_ACCEPT, da nhan don ky",
        "PETITION_SETTLE, Han giai quyet theo luat: 28/08/2026",
        "PETITION_GUIDE, khong duoc thu ly",
    })
    void stepOfAKhieuNaiOnPaperIsToldWithItsDayWhereverItIs(Step step, String words) {
        scene.says(LAN, "PA duong vao thon bi hu");
        String ticket = scene.complaints.ticket(0).digits();
        scene.complaints.petition = Optional.of(step);
        for (State state : List.of(State.PHAN_LOAI, State.DA_CHUYEN, State.DANG_XU_LY, State.MO_LAI)) {
            scene.complaints.state = state;
            assertThat(scene.says(LAN, "XEM " + ticket))
                    .contains(words, "28/08/2026")
                    .doesNotContain("2 ngay lam viec");
        }
    }

    @Test
    void guidedCitizenIsNotPromisedTheGuidanceOnceMore() {
        scene.says(LAN, "KNAI khong dong y quyet dinh");
        String ticket = scene.complaints.ticket(0).digits();
        assertThat(scene.says(LAN, "XEM " + ticket)).contains("2 ngay lam viec");
        scene.complaints.petition = Optional.of(Step.PETITION_PAPER);
        assertThat(scene.says(LAN, "XEM " + ticket))
                .contains("cho don ky ten/diem chi", "90 ngay")
                .doesNotContain("2 ngay lam viec");
    }

    @Test
    void caseWhoseClockStandsIsToldSoAndNotADayThatHasPassed() {
        scene.says(LAN, "PA duong vao thon bi hu");
        String ticket = scene.complaints.ticket(0).digits();
        scene.complaints.stands = Optional.of(java.time.LocalDate.parse("2026-08-19"));
        for (State state : List.of(State.PHAN_LOAI, State.DA_CHUYEN, State.DANG_XU_LY, State.MO_LAI)) {
            scene.complaints.state = state;
            assertThat(scene.says(LAN, "XEM " + ticket))
                    .contains("dang tam dung tinh han tu 19/08/2026")
                    .contains("28/08/2026");
        }
        scene.complaints.state = State.DONG;
        assertThat(scene.says(LAN, "XEM " + ticket)).doesNotContain("tam dung");
    }

    @Test
    void satisfactionClosesOrLeavesTheWordToTheFact() {
        scene.says(LAN, "PA duong vao thon bi hu");
        scene.complaints.state = State.DA_TRA_LOI;
        scene.says(LAN, "TT " + scene.complaints.ticket(0));
        assertThat(scene.says(LAN, "K tra loi khong dung")).isEmpty();
        assertThat(scene.complaints.added).containsExactly("tra loi khong dung");
        scene.says(LAN, "TT " + scene.complaints.ticket(0));
        assertThat(scene.says(LAN, "co")).contains("duoc ket thuc");
    }

    @ParameterizedTest(name = "{0}: thanks {1}, words {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1                             |                     |",
                "1 cảm ơn                      | cảm ơn              |",
                "1 tốt lắm, xin cảm ơn         | tốt lắm, xin cảm ơn |",
                "1 cam on nhung con mot o ga   |                     | cam on nhung con mot o ga",
                "1 hai ngay nua moi xong       |                     | hai ngay nua moi xong",
                "2 cam on                      |                     | cam on"
            })
    void thanksBehindAClearYesNeedNoReader(String text, String thanks, String words) {
        scene.says(LAN, "PA duong vao thon bi hu");
        scene.complaints.state = State.DA_TRA_LOI;
        scene.says(LAN, "TT " + scene.complaints.ticket(0));
        scene.says(LAN, text);
        assertThat(scene.complaints.thanks).isEqualTo(thanks == null ? List.of() : List.of(thanks));
        assertThat(scene.complaints.added).isEqualTo(words == null ? List.of() : List.of(words));
    }

    @Test
    void moreWordsGoToTheTicketAndStrangersWordsToANewOne() {
        scene.says(LAN, "PA duong vao thon bi hu");
        String ticket = scene.complaints.ticket(0).digits();
        assertThat(scene.says(LAN, "BS " + ticket + " them anh")).startsWith("Da them noi dung vao phieu " + ticket);
        assertThat(scene.says(STRANGER, "BS " + ticket + " toi cung thay")).isEmpty();
        assertThat(scene.complaints.all).hasSize(2);
        assertThat(scene.says(LAN, "BS")).startsWith("Chua them duoc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BS %s 48210078 co nhan chung la ba Hai       | %s       | co nhan chung la ba Hai",
                "BS %s 4821 0078: co nhan chung               | %s       | co nhan chung",
                "BS %s ma 48210078, co nhan chung             | %s       | ma , co nhan chung",
                "BS %s co nhan chung 48210078                 | %s       | co nhan chung",
                "BS 26001235 48210078 co nhan chung la ba Hai | 26001235 | co nhan chung la ba Hai",
                "%s 48210078 co nhan chung la ba Hai          | %s       | co nhan chung la ba Hai",
            })
    void wordsWithACodeThatOpensNothingAreASealedReportWithoutTheCode(String text, String named, String kept) {
        scene.says(LAN, "PA duong vao thon bi hu");
        String ticket = scene.complaints.ticket(0).digits();
        assertThat(scene.says(STRANGER, text.replace("%s", ticket))).isEmpty();
        assertThat(scene.complaints.all).hasSize(2);
        assertThat(scene.complaints.all.get(1).kind()).isEqualTo(ComplaintKind.DENUNCIATION);
        assertThat(scene.complaints.all.get(1).text())
                .isEqualTo("Bổ sung phiếu " + named.replace("%s", ticket) + ": " + kept);
        assertThat(scene.concealed).containsExactly(2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BS %s toi sinh ngay 15081960 cung thay", "BS %s goi toi 0912345678"})
    void daysAndPhoneNumbersInWordsAreNoCode(String text) {
        scene.says(LAN, "PA duong vao thon bi hu");
        assertThat(scene.says(
                        STRANGER, text.formatted(scene.complaints.ticket(0).digits())))
                .isEmpty();
        assertThat(scene.complaints.all).hasSize(2);
        assertThat(scene.complaints.all.get(1).kind()).isNotEqualTo(ComplaintKind.DENUNCIATION);
        assertThat(scene.concealed).isEmpty();
    }

    @Test
    void textWithACodeIsShownToNoOperator() {
        scene.says(LAN, "PA duong vao thon bi hu");
        String ticket = scene.complaints.ticket(0).digits();
        assertThat(scene.says(STRANGER, "XEM " + ticket + " 48210078")).startsWith("Khong thay phieu nay");
        assertThat(scene.says(STRANGER, "BS " + ticket + " 48210078")).startsWith("Chua them duoc");
        assertThat(scene.says(LAN, "BS " + ticket + " 48210078 la so may cua toi"))
                .startsWith("Da them noi dung");
        assertThat(scene.concealed).as("not of one's own open ticket").containsExactly(2L, 3L);
        assertThat(scene.complaints.added).containsExactly("48210078 la so may cua toi");
    }

    @Test
    void hiddenSendersWordsWithACodeAreSealedToo() {
        scene.says("", "BS " + TicketNumber.of(2026, 1) + " 48210078 co nhan chung");
        assertThat(scene.complaints.all.get(0).kind()).isEqualTo(ComplaintKind.DENUNCIATION);
        assertThat(scene.complaints.all.get(0).text()).doesNotContain("48210078");
    }

    @Test
    void withdrawalIsForFeedbackOfOneself() {
        scene.says(LAN, "PA duong vao thon bi hu");
        String ticket = scene.complaints.ticket(0).digits();
        assertThat(scene.says(STRANGER, "RUT " + ticket)).startsWith("Khong thay phieu nay");
        scene.complaints.withdrawable = false;
        assertThat(scene.says(LAN, "RUT " + ticket)).contains("khong rut bang tin nhan duoc");
        scene.complaints.withdrawable = true;
        assertThat(scene.says(LAN, "RUT " + ticket)).contains("da rut theo yeu cau");
    }

    @Test
    void row35OptOutAndDataRequest() {
        assertThat(scene.says(LAN, "STOP")).startsWith("Da ngung gui khao sat den so nay tu 09:30 17/08/2026.");
        assertThat(scene.refusals.out).hasSize(1);
        assertThat(scene.says(LAN, "DK")).startsWith("So nay nhan lai khao sat");
        assertThat(scene.says(LAN, "XOA DU LIEU")).contains("Chua xoa gi");
        assertThat(scene.requests).containsExactly("XOA DU LIEU");
    }

    @Test
    void row38MixedTextIsKeptAndTheRestOffered() {
        put(RETURNED, DossierStatus.RETURNED, LAN);
        assertThat(scene.says(LAN, "TC " + RETURNED + ". CD 8. PA cán bộ quát dân"))
                .isEqualTo("Noi dung phan anh da duoc luu. De tra cuu, soan rieng: TC " + RETURNED
                        + ". De cham diem, soan rieng: CD " + RETURNED + " diem.");
        assertThat(scene.complaints.all.get(0).text()).contains("cán bộ quát dân");
    }

    @Test
    void row40DangerIsAnsweredAtOnceAndTheWordsAreKept() {
        assertThat(scene.says(LAN, "Nhà cháy ở thôn 3, cứu với")).startsWith("Day khong phai so khan cap.");
        assertThat(scene.says(LAN, "PA toi khong muon song nua")).startsWith("Day khong phai so khan cap.");
        assertThat(scene.complaints.all).hasSize(2);
    }

    @Test
    void row41OtherScriptsAreKeptWholeAndHelped() {
        assertThat(scene.says(LAN, "我要投诉")).startsWith("TC ma HS: tra cuu.");
        assertThat(scene.complaints.all.get(0).text()).isEqualTo("我要投诉");
    }

    @Test
    void rows28To32MachinesAndNamelessSendersGetNoAnswer() {
        assertThat(scene.says("Viettel", "Khuyen mai 50% gia tri the nap")).isEmpty();
        assertThat(scene.complaints.all).as("still readable to people").hasSize(1);
        assertThat(scene.complaints.all.get(0).phone()).isEmpty();
        assertThat(scene.says(LAN, "Toi dang ban, se goi lai sau")).isEmpty();
        String help = scene.says(STRANGER, "HD");
        assertThat(scene.says(LAN, help)).as("row 32: echo").isEmpty();
        String code = scene.says(STRANGER, CODE);
        assertThat(scene.says(LAN, code)).as("row 32: echo with values").isEmpty();
        assertThat(scene.complaints.all).hasSize(1);
    }

    @Test
    void row33FloodKeepsWordsAndSparesAnswers() {
        assertThat(scene.says(LAN, "PA mot noi dung khac", true)).isEmpty();
        assertThat(scene.complaints.all.get(0).coalesce()).isTrue();
        assertThat(scene.says(LAN, "TC " + CODE, true)).isEmpty();
        assertThat(scene.says(LAN, "HUY", true)).startsWith("Da ngung gui khao sat");
    }

    @Test
    void rows1And2EmptyTextsGetHelp() {
        assertThat(scene.says(LAN, "")).startsWith("TC ma HS: tra cuu.");
        assertThat(scene.says(LAN, " \u00A0\u3000\n")).startsWith("TC ma HS: tra cuu.");
        assertThat(scene.says(LAN, "abc")).startsWith("Chua hieu tin nhan.");
    }

    @Test
    void languageIsRemembered() {
        assertThat(scene.says(LAN, "NN EN")).startsWith("From now on we text in English.");
        assertThat(scene.says(LAN, "HD")).startsWith("TC code: look up.");
        assertThat(scene.says(LAN, "TC " + CODE)).contains("is at step Tham dinh (Phong Kinh te)");
        assertThat(scene.says(LAN, "NN BRU")).startsWith("Da ghi nhan tieng Bru - Van Kieu");
        assertThat(scene.says(LAN, "NN XX")).startsWith("De chon ngon ngu");
        assertThat(scene.says(LAN, "NN VI")).startsWith("Tu nay tin nhan bang tieng Viet.");
    }

    @Test
    void diacriticsAreSentWhenTheOfficeAllowsThemAndTheCitizenWroteThem() {
        assertThat(scene.says(STRANGER, "Tra cứu " + CODE)).startsWith("HS ");
        try (DeskScene accented = new DeskScene(Map.of("hotline.sms.diacritics", "true"))) {
            assertThat(accented.says(LAN, "trợ giúp")).startsWith("TC mã hồ sơ: tra cứu.");
            assertThat(accented.says(LAN, "tro giup")).startsWith("TC ma HS: tra cuu.");
        }
    }

    @Test
    void thanksAskForNothing() {
        assertThat(scene.says(LAN, "Cảm ơn anh chị nhiều ạ")).isEmpty();
        assertThat(scene.silences).containsValue("desk.thanks");
        assertThat(scene.says(LAN, "alo")).startsWith("Chua hieu");
        assertThat(scene.says(LAN, "PA cán bộ cứ bảo từ từ")).doesNotContain("so khan cap");
        assertThat(scene.complaints.all).hasSize(1);
    }

    @Test
    void callBackIsBooked() {
        assertThat(scene.says(LAN, "GL")).contains("tre nhat 18/08/2026");
    }
}
