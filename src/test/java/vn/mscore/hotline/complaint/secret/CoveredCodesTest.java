package vn.mscore.hotline.complaint.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.complaint.secret.CoveredCodes.Covered;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.PatternCodeReader;

/** What of a citizen's words stays readable on the page of a sealed case. */
class CoveredCodesTest {
    private static final DossierCode OWN = new DossierCode("H50.15-260814-0012");

    private final CoveredCodes codes = new CoveredCodes(new PatternCodeReader(key -> Optional.empty()));

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ho so H50.15-260814-0012 bi vòi tiền     | ho so H50.15-••••••-•••• bi vòi tiền",
                "H50.15-260814-0012                       | H50.15-••••••-••••",
                "hồ sơ (H50.15-260814-0012), đòi tiền     | hồ sơ (H50.15-••••••-••••), đòi tiền",
                "hs h50 15 260814 0012 cua toi            | hs H50.15-••••••-•••• cua toi",
                "hs H50.15 – 260814 – 0012 cua toi        | hs H50.15-••••••-•••• cua toi",
                "HSH50.15-260814-0012                     | HSH50.15-••••••-••••",
                "so 2608140012 nhe                        | so ••••••-•••• nhe",
                "so 260814-0012.                          | so ••••••-••••.",
                "so 260814,0012 va 26.08.14.00.12         | so ••••••-•••• va ••••••-••••",
                "000.00.15.H50-210301-0001 của mẹ tôi     | 000.00.15.H50-••••••-•••• của mẹ tôi",
                "H50.15-２６０８１４-００１２ viết rộng      | H50.15-••••••-•••• viết rộng",
                "đòi 5000000 đồng lúc 14h30 ngày 14/8     | đòi 5000000 đồng lúc 14h30 ngày 14/8",
                "gọi 0912345678 gặp ông Ất                | gọi 09•• ••• 678 gặp ông Ất",
                "gọi 0912.345.678, 0912 345 678           | gọi 09•• ••• 678, 09•• ••• 678",
                "gọi 0912-345-678/0987654321 nhé          | gọi 09•• ••• 678/09•• ••• 321 nhé",
                "gọi 0912345678-0987654321 nhé            | gọi 09•• ••• 678-09•• ••• 321 nhé",
                "gọi 09 1234 5678 hoặc 09 12 34 56 78     | gọi 09•• ••• 678 hoặc 09•• ••• 678",
                "gọi +84912345678 hoặc +84 912 345 678    | gọi 09•• ••• 678 hoặc 09•• ••• 678",
                "gọi (+84) 912.345.678, +84 (0)912345678  | gọi 09•• ••• 678, 09•• ••• 678",
                "gọi 0084 912 345 678                     | gọi 09•• ••• 678",
                "máy bàn 02333852456, (0233) 3852 456     | máy bàn 02•• ••• 456, 02•• ••• 456",
                "máy bàn 0233.3.852.456; 024 3825 1234    | máy bàn 02•• ••• 456; 02•• ••• 234",
                "số cũ 01234567890 của nó                 | số cũ 08•• ••• 890 của nó",
                "SĐT0912345678nhé                         | SĐT09•• ••• 678nhé",
                "gọi ０９１２３４５６７８                    | gọi 09•• ••• 678",
                "gọi 𝟎𝟗𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖 nhé                    | gọi 09•• ••• 678 nhé",
                "gọi 𝟶𝟿𝟷𝟸.𝟹𝟺𝟻.𝟼𝟽𝟾                       | gọi 09•• ••• 678",
                "gọi ٠٩١٢٣٤٥٦٧٨ và ०९१२३४५६७८             | gọi 09•• ••• 678 và 09•• ••• 678",
                "gọi ⓪⑨①②③④⑤⑥⑦⑧                         | gọi 09•• ••• 678",
                "hs H50.15-𝟐𝟔𝟎𝟖𝟏𝟒-𝟎𝟎𝟏𝟐 của tôi           | hs H50.15-••••••-•••• của tôi",
                "lúc 8h 0912345678 5 người                | lúc 8h 09•• ••• 678 5 người",
                "ngày 14/8 0912345678 gọi                 | ngày 14/8 09•• ••• 678 gọi",
                "số 0905121234 gọi tôi                    | số 09•• ••• 234 gọi tôi",
                "tài khoản của ông Ất gọi 0912345678      | tài khoản của ông Ất gọi 09•• ••• 678",
                "stk 0912345678 MB, tài khoản: 0987654321 | stk 0912345678 MB, tài khoản: 0987654321",
                "tai khoan MB 0912345678                  | tai khoan MB 0912345678",
                "gọi 09. 1234 5678 hoặc 0912_345_678       | gọi 09•• ••• 678 hoặc 09•• ••• 678",
                "tk momo 0912345678, viettelpay 0987654321 | tk momo 09•• ••• 678, viettelpay 09•• ••• 321",
                "chuyển vào 0071001234567                 | chuyển vào 0071001234567",
                "thẻ 9704 0366 8123 4567 của tôi          | thẻ 9704 0366 8123 4567 của tôi",
                "CCCD 038090001234, 038 090 001 234       | CCCD 038090001234, 038 090 001 234",
                "đòi 5.000.000 đồng, 1.098.765.432 đ      | đòi 5.000.000 đồng, 1.098.765.432 đ",
                "đòi 35 000 000 000 đồng, 0,5 tỷ          | đòi 35 000 000 000 đồng, 0,5 tỷ",
                "ngày 03.08.2026 14h30, 03/08/2026 1430   | ngày 03.08.2026 14h30, 03/08/2026 1430",
                "ngày 03-08-26 1430 và 09 08 2026 12h     | ngày 03-08-26 1430 và 09 08 2026 12h",
                "tổng đài 18008081, 113, 1900 545 400     | tổng đài 18008081, 113, 1900 545 400",
                "chuyển vào thẻ 9704366812345678901        | chuyển vào thẻ 9704366812345678901",
                "hs H50.15-260814-0012,Nam vòi 5tr         | hs H50.15-••••••-••••,Nam vòi 5tr",
                "2608140012/Ông Ất đòi                     | ••••••-••••/Ông Ất đòi",
                "biển số 75A-123.45 đứng trước H50        | biển số 75A-123.45 đứng trước H50",
            })
    void codeShouldBeCoveredAndNothingElse(String said, String shown) {
        assertThat(codes.in(said, Optional.of(OWN))).isEqualTo(shown);
    }

    @Test
    void codeWithUnseenSignsInItShouldBeCovered() {
        assertThat(codes.in("hs H50.15-2608\u200b14-0012", Optional.of(OWN))).isEqualTo("hs H50.15-••••••-••••");
    }

    @Test
    void codeOfACaseWithoutDossierShouldBeCoveredAndFound() {
        assertThat(codes.in("hs H50.15-260814-0012", Optional.empty())).isEqualTo("hs H50.15-••••••-••••");
        assertThat(codes.hidden("hs H50.15-260814-0012, nhắc lại h50.15-260814-0012"))
                .containsExactly(Covered.of(OWN), Covered.of(OWN));
    }

    @Test
    void everyNumberThatIsCoveredCanBeRevealedWhole() {
        String words = "gọi 0912.345.678, (0233) 3852 456, số cũ 0123 456 7890, +84 (0) 987 654 321; stk 0912345678";
        assertThat(codes.hidden(words).filter(Covered::phone).map(Covered::hidden))
                .containsExactly("0912345678", "02333852456", "0123 456 7890", "0987654321");
    }

    @Test
    void whateverIsCoveredCanBeRevealed() {
        String words = "đòi 2512250000 đồng, chuyển vào 1012100456, hồ sơ H50.15-260814-0012";
        assertThat(codes.in(words, Optional.empty()))
                .isEqualTo("đòi ••••••-•••• đồng, chuyển vào ••••••-••••, hồ sơ H50.15-••••••-••••");
        assertThat(codes.hidden(words).map(Covered::hidden))
                .containsExactly("2512250000", "1012100456", "H50.15-260814-0012");
    }
}
