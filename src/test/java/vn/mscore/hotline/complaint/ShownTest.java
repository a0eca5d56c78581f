package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a screen may show of a citizen's words (security rows 13 to 16, 144, 150). */
class ShownTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            row 150: a number in one piece      | goi 0912345678 nhe               | goi [số đã che] nhe
            row 150: set apart by blanks        | goi 0912 345 678 nhe             | goi [số đã che] nhe
            row 150: by dots                    | goi 0912.345.678                 | goi [số đã che]
            row 150: with the country           | so +84 912 345 678 nhe           | so [số đã che] nhe
            row 150: a fixed line               | may ban 0233 3852 123            | may ban [số đã che]
            row 150: eleven digits of before    | cu la 0123 4567 890              | cu la [số đã che]
            row 150: the old prefix of abroad   | goi 0084912345678                | goi [số đã che]
            row 150: long dashes                | goi 0912–345–678                 | goi [số đã che]
            a dossier code is no number         | ho so H50.15-260814-0012 cham    | ho so H50.15-260814-0012 cham
            an amount is no number              | het 5.000.000 dong               | het 5.000.000 dong
            a year is no number                 | tu nam 2025 den 2026             | tu nam 2025 den 2026
            """)
    void officesShouldReadNoTelephoneNumber(String name, String words, String shown) {
        assertThat(Shown.withoutNumbers(words)).isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a number in one piece     | goi 0912345678 nhe                 | goi 09•• ••• 678 nhe
            set apart, and a landline | 0912.345.678 hoac (0233) 3852 123  | 09•• ••• 678 hoac 02•• ••• 123
            with the country          | so +84 912 345 678 nhe             | so 09•• ••• 678 nhe
            a day and a sum           | ngay 03.08.2026 14h het 5.000.000 d | ngay 03.08.2026 14h het 5.000.000 d
            a dossier                 | ho so H50.15-260814-0012 cham      | ho so H50.15-260814-0012 cham
            """)
    void operatorsShouldReadNumbersCovered(String name, String words, String shown) {
        assertThat(Shown.masked(words)).isEqualTo(shown);
        assertThat(Shown.isCovered(shown)).isEqualTo(!Shown.numbers(words).isEmpty());
    }

    @Test
    void unseenLettersInsideANumberHideItNotAndStillLeaveAMarkElsewhere() {
        assertThat(Shown.masked("goi 0912\u200b345\u202e678 nhe")).isEqualTo("goi 09•• ••• 678 nhe");
        assertThat(Shown.masked("tai \u202Egnp.exe, goi 0912345678")).isEqualTo("tai ▫gnp.exe, goi 09•• ••• 678");
        assertThat(Shown.numbers("goi 0912\u200b345\u202e678 nhe")).containsExactly("0912345678");
    }

    @Test
    void whatTurnsTheLineAroundIsTakenOutAndLeavesAMark() {
        assertThat(Shown.words("tai \u202Egnp.exe\u202C \u200Bxong\u0000")).isEqualTo("tai ▫gnp.exe▫ ▫xong▫");
        assertThat(Shown.words("hai\r\ndong")).isEqualTo("hai\ndong");
    }

    @Test
    void row150_aNumberWithUnseenLettersInsideIsCovered() {
        assertThat(Shown.withoutNumbers("goi 0912\u200b345\u202e678 nhe")).isEqualTo("goi [số đã che] nhe");
        assertThat(Shown.numbersCut("goi 0912\u200b345\u202e678 nhe")).isEqualTo("goi   nhe");
    }

    @Test
    void row144_aTowerOfMarksIsCutToThree() {
        assertThat(Shown.words("a" + "\u0301".repeat(5000))).hasSize(4);
    }

    @Test
    void vietnameseTypedInPiecesStaysWhole() {
        assertThat(Shown.words("e\u0302\u0301")).isEqualTo("e\u0302\u0301");
    }

    @Test
    void row144_aWordOfTenThousandLettersIsCutInTitles() {
        assertThat(Shown.title("x".repeat(10_000))).hasSize(121).endsWith("…");
    }

    @Test
    void row144_aTitleIsNeverCutInsideAnEmoji() {
        assertThat(Shown.title("😀".repeat(500))
                        .codePoints()
                        .filter(c -> c == 0x1F600)
                        .count())
                .isEqualTo(120);
    }
}
