package vn.mscore.hotline.complaint.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.mscore.hotline.shared.Reason;

class SummaryCheckTest {
    private static final List<String> WORDS =
            List.of("Ông trưởng phòng đòi tôi năm triệu mới làm sổ đỏ cho nhà tôi, tôi gọi 0912345678");

    @Test
    void neutralWordsShouldPass() {
        assertThat(SummaryCheck.of("Người dân cho biết một cán bộ yêu cầu khoản tiền ngoài quy định.", WORDS))
                .isEmpty();
    }

    @ParameterizedTest(name = "row 150: {0}")
    @ValueSource(
            strings = {
                "Liên hệ 0912 345 678 để biết thêm",
                "Về hồ sơ H50.15-260814-0012",
                "Về hồ sơ 260814-0012",
                "Phiếu 26 00123 9",
                "Việc xảy ra lúc 9h30 tại quầy",
                "Việc xảy ra ngày 14/08",
                "Việc xảy ra 14-8-2026",
                "Liên hệ 0912\u200b345678 để biết thêm",
                "Liên hệ 09\u00ad12\u2060345\ufeff678 để biết thêm",
                "Liên hệ ０９１２３４５６７８ để biết thêm",
                "Về hồ sơ H50.15-260\u200b814-0012",
                "Phiếu 26\u200d00123\u200d9",
                "Việc xảy ra lúc 9\u200bh30 tại quầy",
                "Việc xảy ra ngày 14/\u200b08",
                "Việc xảy ra ngày 14 tháng 8",
                "Việc xảy ra ngày 14 tháng Tám năm 2026",
                "Viec xay ra ngay 14 thang 8",
                "Việc xảy ra mùng 3 tháng 8",
                "Việc xảy ra mồng ba tháng Tám",
                "Việc xảy ra hôm mười bốn tháng tám",
                "Việc xảy ra sáng thứ Hai",
                "Việc xảy ra chiều thu ba tuần trước",
                "Việc xảy ra thứ 6 vừa rồi",
                "Việc xảy ra khi đến lần thứ hai tuần trước",
                "Người dân gặp người thứ ba vừa rồi",
                "Cán bộ không phục vụ thứ hai",
                "Việc xảy ra với mọi người chiều thứ năm",
                "Việc xảy ra sáng chủ nhật",
                "Việc xảy ra Chúa nhật",
                "Việc xảy ra sáng T2",
                "Việc xảy ra 14h30p",
                "Việc xảy ra hôm qua",
                "Việc xảy ra sáng nay tại quầy",
                "Việc xảy ra lúc chín giờ rưỡi",
                "Việc xảy ra 14.8",
                "Việc xảy ra tháng 8 năm 2026"
            })
    void numbersCodesAndTimesShouldBeRefused(String summary) {
        assertThat(SummaryCheck.of(summary, WORDS)).map(Reason::code).contains("sealed.summary-tells");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Người dân cho biết cán bộ ở quầy thứ nhất có thái độ chưa đúng mực.",
                "Sự việc lặp lại nhiều lần trong giờ làm việc.",
                "Thu hai lần phí cho một thủ tục.",
                "Cán bộ yêu cầu nộp tiền lần thứ hai.",
                "Tiền được chuyển qua bên thứ ba.",
                "Có người thứ ba chứng kiến.",
                "Đây là vụ thứ hai ở cùng một cơ quan, lần thứ 3 người dân phản ánh.",
                "Cán bộ không giải quyết trong hai tháng.",
                "Đề nghị xác minh trong 15 ngày làm việc.",
                "Mỗi ngày 2 lần, mỗi tháng ba lần, cách làm chưa nhất quán.",
                "Người dân mong một câu trả lời và cho biết tôi qua quầy ở cầu thang ba tầng."
            })
    void wordsThatTellNoDayShouldPass(String summary) {
        assertThat(SummaryCheck.of(summary, WORDS)).isEmpty();
    }

    @Test
    void theCitizensOwnPhraseShouldBeRefusedWhateverItsAccents() {
        assertThat(SummaryCheck.of("Nghe nói: ong truong phong DOI TOI nam trieu, chưa rõ.", WORDS))
                .map(Reason::code)
                .contains("sealed.summary-quotes");
        assertThat(SummaryCheck.of("Trưởng phòng đòi năm triệu.", WORDS))
                .as("a few words anybody would use")
                .isEmpty();
    }
}
