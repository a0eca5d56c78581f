package vn.mscore.hotline.wording.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTextTest {
    private static final PromptFolders FOLDERS = new PromptFolders(key -> Optional.empty());
    private static final SpokenText TEXT = new SpokenText(FOLDERS, new PromptCatalogue(FOLDERS));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Đã sửa xong 15 m đường. | Đã sửa xong mười lăm m đường.",
                "Hẹn ngày 25/11/2026. | Hẹn ngày hai mươi lăm tháng mười một năm hai nghìn không trăm hai mươi sáu.",
                "Sai: 31/02/2026 | Sai: ba mốt",
                "Nộp 150.000 đồng | Nộp một trăm năm mươi nghìn đồng",
                "lúc 7:30 và 13h00 | lúc bảy giờ ba mươi và mười ba giờ",
                "UBND xã Khe Sanh | Ủy ban nhân dân xã Khe Sanh",
                "TT PVHCC xã Lìa (cũ) | trung tâm phục vụ hành chính công xã Lìa cũ",
                "Phòng LĐ-TB&XH Cam Lộ | Phòng lao động, thương binh và xã hội Cam Lộ",
                "gọi 0905123456 | gọi không chín không năm một hai ba bốn năm sáu",
                "đạt 95% | đạt chín mươi lăm phần trăm",
                "mã H50.15-260814-0012 xong | mã H năm không, một năm, hai sáu không tám một bốn, không không một hai xong",
                "trả lời ngày 20/8 | trả lời ngày hai mươi tháng tám",
                "hẹn sáng 5/9, hạn ngày 30-9 | hẹn sáng ngày mùng năm tháng chín, hạn ngày ba mươi tháng chín",
                "thửa 20/8 | thửa hai mươi trên tám",
                "mất 20-25 ngày | mất hai mươi đến hai mươi lăm ngày",
                "đền bù 1,5 triệu | đền bù một phẩy năm triệu",
                "từ 8h sáng | từ tám giờ sáng",
                "đón lúc 24:00 | đón lúc hai bốn, không không",
                "1.000.000.000 đồng | một tỷ đồng",
                "[[h@lou]] <break time='9s'/> ${x} | h lou break time chín s x"
            })
    void anOfficesWordsAreSaidAsAPersonWouldReadThem(String written, String said) {
        if (written.startsWith("Sai")) {
            assertThat(TEXT.aloud(written)).doesNotContainPattern("\\d").startsWith("Sai: ba một");
            return;
        }
        assertThat(TEXT.aloud(written)).isEqualTo(said);
    }
}
