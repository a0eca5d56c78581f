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
                "gọi 0912345678 gặp ông Ất                | gọi 0912345678 gặp ông Ất",
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
    void whateverIsCoveredCanBeRevealed() {
        String words = "đòi 2512250000 đồng, chuyển vào 1012100456, hồ sơ H50.15-260814-0012";
        assertThat(codes.in(words, Optional.empty()))
                .isEqualTo("đòi ••••••-•••• đồng, chuyển vào ••••••-••••, hồ sơ H50.15-••••••-••••");
        assertThat(codes.hidden(words).map(Covered::hidden))
                .containsExactly("2512250000", "1012100456", "H50.15-260814-0012");
    }
}
