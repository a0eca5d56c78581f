package vn.mscore.hotline.desk.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that came twice are read once; others are left alone. */
class DoubledKeysTest {
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "22660088114400001122, 2608140012",
        "11, 1",
        "1111, 11",
        "1122, 12",
        "12, ''",
        "112, ''",
        "'', ''",
        "2608140012, ''"
    })
    void keysShouldBeReadOnceWhenAllCameTwice(String keys, String once) {
        assertThat(DoubledKeys.single(keys).orElse("")).isEqualTo(once);
    }
}
