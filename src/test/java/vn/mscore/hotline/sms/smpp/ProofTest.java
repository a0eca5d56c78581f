package vn.mscore.hotline.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Everybody waits behind a question to the centre: one that keeps silent is not asked again and again. */
class ProofTest {
    private static final String ONE = "one";
    private static final String OTHER = "another";

    private final List<String> asked = new ArrayList<>();
    private long now;
    private boolean answersLate;
    private final Proof proof = new Proof(() -> now);

    private void ask(String link, boolean answers) {
        Question question = () -> {
            asked.add(link);
            if (!answers) {
                throw new TimeoutException();
            }
        };
        proof.ask(link, question, () -> answersLate);
    }

    @Test
    void oneThatAnswersIsAskedEachTime() {
        ask(ONE, true);
        ask(ONE, true);
        assertThat(asked).containsExactly(ONE, ONE);
    }

    @Test
    void oneThatKeepsSilentIsLeftAloneForAWhileAndAnotherConnectionIsNot() {
        ask(ONE, false);
        ask(ONE, true);
        assertThat(asked).containsExactly(ONE);
        ask(OTHER, true);
        ask(ONE, true);
        assertThat(asked).containsExactly(ONE, OTHER);
    }

    @Test
    void oneThatHasAnsweredSinceIsAskedAgainAtOnce() {
        ask(ONE, false);
        answersLate = true;
        ask(ONE, true);
        assertThat(asked).containsExactly(ONE, ONE);
    }

    @Test
    void afterTheRestItIsAskedAgain() {
        ask(ONE, false);
        now = Proof.REST.toNanos() - 1;
        ask(ONE, true);
        assertThat(asked).hasSize(1);
        now++;
        ask(ONE, true);
        ask(ONE, true);
        assertThat(asked).hasSize(3);
    }
}
