package vn.mscore.hotline.voice.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 102, 103 and 106: free text cannot be made an argument. */
class AmiWordTest {
    @ParameterizedTest
    @ValueSource(strings = {"PJSIP/quay-1", "PJSIP/0912345678@trunk", "survey-123", "+84912345678", "127.0.0.1:5038"})
    void wordsOfOursPass(String word) {
        assertThat(new AmiWord(word).value()).isEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "x\r\nAction: Originate",
                "x\nAction: Command",
                "x\u0000y",
                "${SHELL(id)}",
                "a,b",
                "a&b",
                "a|b",
                "a'b",
                "a\"b",
                "a\\b",
                "<b>x</b>",
                "Cán bộ 1",
                "x\u2028y"
            })
    void everythingElseIsRefusedBeforeTheSocket(String word) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AmiWord(word));
    }

    @Test
    void longTextIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AmiWord("a".repeat(129)));
        assertThatIllegalArgumentException().isThrownBy(() -> new AmiWord("a".repeat(100_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> new AmiWord(null));
    }

    @Test
    void noWordHoldsASecondLine() {
        Random random = new Random(7);
        int passed = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(6) + 1L, 0, 130).forEach(c -> text.append((char) c));
            try {
                assertThat(new AmiWord(text.toString()).value()).matches("[A-Za-z0-9_./:@+-]+");
                passed++;
            } catch (IllegalArgumentException refused) {
                continue;
            }
        }
        assertThat(passed).as("some must pass, or this proves nothing").isPositive();
    }
}
