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
                "Việc xảy ra 14-8-2026"
            })
    void numbersCodesAndTimesShouldBeRefused(String summary) {
        assertThat(SummaryCheck.of(summary, WORDS)).map(Reason::code).contains("sealed.summary-tells");
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
