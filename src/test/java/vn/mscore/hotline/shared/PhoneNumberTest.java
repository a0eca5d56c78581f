package vn.mscore.hotline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PhoneNumberTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/shared/phone-numbers.csv", numLinesToSkip = 1)
    void spellingsAreRead(String name, String raw, String e164, Boolean vietnameseMobile) {
        var read = PhoneNumber.parse(raw);
        assertThat(read.map(PhoneNumber::e164).orElse(null)).isEqualTo(e164);
        assertThat(read.map(PhoneNumber::isVietnameseMobile).orElse(false)).isEqualTo(vietnameseMobile);
    }

    @Test
    void printingAlwaysMasks() {
        assertThat(new PhoneNumber("+84912345678")).hasToString("+84*****678");
        assertThat("" + PhoneNumber.parse("0912345678")).doesNotContain("912345");
    }

    @Test
    void theConstructorRefusesWhatIsNotE164WithoutEchoingIt() {
        assertThatThrownBy(() -> new PhoneNumber("0912345678"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("0912");
    }
}
