package vn.mscore.hotline.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words are what happens one after another: a number of seconds passes, A an answer comes, T is one text too long without
 * one (T! the session is made anew), E the session ends under it, ? asks whether a text may go: ?+ it may, ?- not. */
class UnansweredTest {
    private long seconds;
    private final Unanswered centre =
            new Unanswered(Duration.ofSeconds(60), Duration.ofSeconds(1), () -> Duration.ofSeconds(seconds)
                    .toNanos());

    private void happens(String word) {
        switch (word) {
            case "A" -> centre.answered();
            case "E" -> centre.ended();
            case "T", "T!" -> assertThat(centre.timedOut()).isEqualTo(word.equals("T!"));
            case "?+", "?-" -> {
                assertThat(centre.open()).isEqualTo(word.equals("?+"));
                assertThat(centre.lets()).isEqualTo(word.equals("?+"));
            }
            default -> seconds += Long.parseLong(word);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    two texts are none too many                     | T 60 T ?+                    | false
                    three are, a minute after the first             | T 60 T 60 T! ?-              | true
                    those sent at once wait for one more answer     | T T T T ?+                   | false
                    it does not come                                | T T T T 60 T! ?-             | true
                    it comes                                        | T T T T 9 A 60 T ?+          | false
                    an answer between begins anew                   | T 60 T A T 60 T ?+           | false
                    after the pause one text tries it               | T T 60 T! 1 ?+ ?-            | true
                    it is answered, and all may go                  | T T 60 T! 1 ?+ A ?+ ?+       | false
                    it is not, and the pause is twice as long       | T T 60 T! 1 ?+ 60 T! 1 ?- 1 ?+ | true
                    stragglers make it no longer                    | T T 60 T! T T 1 ?+           | true
                    the session ends under it, which says nothing   | T T 60 T! 1 ?+ E 2 ?+        | true
                    one that never ended does not hold it for ever  | T T 60 T! 1 ?+ 119 ?- 1 ?+   | true
                    """)
    void isWhatTextsFindOut(String what, String happening, boolean doubted) {
        for (String word : happening.split(" ")) {
            happens(word);
        }
        assertThat(centre.doubted()).isEqualTo(doubted);
    }

    @ParameterizedTest(name = "after {0} trials {1} s")
    @CsvSource({"0, 1", "1, 2", "5, 32", "8, 256", "9, 300", "20, 300"})
    void thePauseGrowsToFiveMinutes(int trials, long pause) {
        for (String word : "T T 60 T!".split(" ")) {
            happens(word);
        }
        for (int i = 0; i < trials; i++) {
            seconds += 300;
            happens("?+");
            happens("T!");
        }
        seconds += pause - 1;
        happens("?-");
        seconds++;
        happens("?+");
    }
}
