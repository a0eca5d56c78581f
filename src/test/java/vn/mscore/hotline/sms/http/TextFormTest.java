package vn.mscore.hotline.sms.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFormTest {
    private static final String CARE = "text.accents = strip\ntext.without = #&\ntext.limits = 160,306,459\n";

    private static TextForm.Shaped shape(String fields, String text) {
        return Lines.of("send.url = http://h/s\n" + fields).mapping().text().shape(text);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Đường Nguyễn Huệ            | Duong Nguyen Hue
                    “Trích” – ‘lục’…            | "Trich" - 'luc'...
                    số #5 & #6                  | so  5    6
                    cầu 🌉 treo                 | cau ? treo
                    €5                          | ?5
                    """)
    void withoutDiacritics(String text, String shaped) {
        assertThat(shape(CARE, text).text()).isEqualTo(shaped);
        assertThat(shape(CARE, text).unicode()).isFalse();
    }

    @ParameterizedTest(name = "{0} characters are {1} parts")
    @CsvSource({"1, 1", "160, 1", "161, 2", "306, 2", "307, 3", "459, 3"})
    void partsAreCountedByTheAggregatorsLimits(int length, int parts) {
        assertThat(shape(CARE, "x".repeat(length)).parts()).isEqualTo(parts);
    }

    @ParameterizedTest(name = "{0} of {1} are {2} parts")
    @CsvSource({"x, 160, 1", "x, 161, 2", "x, 307, 3", "ộ, 70, 1", "ộ, 71, 2", "ộ, 135, 3"})
    void withoutLimitsPartsAreCountedAsTheRadioDoes(String letter, int length, int parts) {
        TextForm.Shaped shaped = shape("", letter.repeat(length));
        assertThat(shaped.parts()).isEqualTo(parts);
        assertThat(shaped.unicode()).isEqualTo(letter.equals("ộ"));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"x, 460", "ộ, 461"})
    void aLongerTextIsRefused(String letter, int length) {
        assertThatThrownBy(() -> shape(CARE, letter.repeat(length)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("longer than the 459 the aggregator takes");
    }
}
