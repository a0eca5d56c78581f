package vn.mscore.hotline.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class RedactorTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/privacy/redactor.csv", delimiter = '|', numLinesToSkip = 1)
    void masks(String name, String text, String masked) {
        assertThat(Redactor.mask(text)).as(name).isEqualTo(masked);
    }

    @Test
    void nullStaysNull() {
        assertThat(Redactor.mask(null)).isNull();
    }
}
