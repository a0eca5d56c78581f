package vn.mscore.hotline.complaint.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaltedTest {
    private static final String ZEROS = "0".repeat(32);

    /** {@code chance+text}; the chance is as long as it always is, with zeros before it. */
    private static Salted salted(String row) {
        String[] part = row.split("[+]");
        Salted salted = new Salted('\u0001' + ZEROS.substring(part[0].length()) + part[0] + part[1]);
        assertThat(salted.text()).isEqualTo(part[1]);
        return salted;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the same, a+Máy hỏng, a+Máy hỏng, true",
        "another text, a+Máy hỏng, a+Máy hong, false",
        "another chance, a+Máy hỏng, b+Máy hỏng, false"
    })
    void proofIsOfTheChanceAndOfTheText(String name, String one, String other, boolean same) {
        assertThat(Arrays.equals(salted(one).proof(), salted(other).proof())).isEqualTo(same);
    }

    @Test
    void sameTextIsSealedWithAnotherChanceEachTime() {
        Salted one = Salted.of("Máy hỏng");
        Salted other = Salted.of("Máy hỏng");
        assertThat(one.text()).isEqualTo(other.text()).isEqualTo("Máy hỏng");
        assertThat(one.proof()).isEqualTo(new Salted(one.kept()).proof()).isNotEqualTo(other.proof());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({"'', erased", "Chờ vật tư, from before there was chance", "'\u0001abc', too short to hold any"})
    void whatHasNoChanceIsReadAsItIs(String kept, String name) {
        assertThat(new Salted(kept).text()).isEqualTo(kept);
    }

    @Test
    void emptyTextIsNotWhatIsErased() {
        assertThat(Salted.of("").text()).isEmpty();
        assertThat(Salted.of("").kept()).isNotEmpty();
    }
}
