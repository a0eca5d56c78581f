package vn.mscore.hotline.sms.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words are what happens one after another: a number of seconds passes, C connects, U stays unclear, A is answered,
 * L is not connected, R is not known, M is elsewhere, S is too fast, W is asked to wait for 90 s, Q asks whether it rests: Q+ it does, Q- not, T asks whether a text may go: T+ it may, T- not. */
class ReachTest {
    private static final Duration ANSWER = Duration.ofSeconds(35);

    private long seconds;
    private final Reach reach = new Reach(
            "agg",
            URI.create("http://h/s"),
            Duration.ofSeconds(1),
            new Reach.Threads(Executors.defaultThreadFactory(), new CountDownLatch(1)),
            () -> Duration.ofSeconds(seconds).toNanos());

    private void happens(String word) {
        switch (word) {
            case "C" -> reach.connected();
            case "U" -> reach.unclear("status 502");
            case "A" -> reach.answered();
            case "L" -> reach.lost("not connected");
            case "R" -> reach.refused(403);
            case "M" -> reach.misled(404);
            case "S" -> reach.slower(Optional.empty());
            case "W" -> reach.slower(Optional.of(Duration.ofSeconds(90)));
            case "Q+", "Q-" -> assertThat(reach.rests()).isEqualTo(word.equals("Q+"));
            case "T+", "T-" -> assertThat(reach.lets(ANSWER)).isEqualTo(word.equals("T+"));
            default -> seconds += Long.parseLong(word);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    it can be connected to                         | C T+                                | READY
                    two unclear answers are none too many          | C U U T+                            | READY
                    three in a row are                             | C U U U T-                          | LOST
                    a clear answer between them begins anew        | C U U A U U T+                      | READY
                    connecting alone does not bring it back        | C U U U C T-                        | LOST
                    after the pause one text tries it              | C U U U 1 C T+ T-                   | LOST
                    no second one before it has ended              | C U U U 1 C T+ 34 C T-              | LOST
                    it is answered, and all may go                 | C U U U 1 C T+ A T+ T+              | READY
                    it is not, and the pause is twice as long      | C U U U 1 C T+ U 1 C T-             | LOST
                    and then the next text tries it                | C U U U 1 C T+ U 2 C T+ T-          | LOST
                    one that never ended does not hold it for ever | C U U U 1 C T+ 65 C T+              | LOST
                    stragglers do not make the pause longer        | C U U U U U U U 1 C T+              | LOST
                    a trial that finds nobody is tried again       | C U U U 1 C T+ L 2 C T+             | LOST
                    one text may be asked for elsewhere            | C M M A M M                         | READY
                    three in a row are about the mapping file      | C M M M                             | BLOCKED
                    and are tried again in a minute                | C M M M 60 C T+                     | READY
                    it wants fewer, for a second                   | C S Q+ 1 Q-                         | READY
                    and again, for two                             | C S 1 S 1 Q+ 1 Q-                   | READY
                    for as long as it says                         | C W 89 Q+ 1 Q-                      | READY
                    a clear answer makes it a second again         | C S 1 S 2 A S 1 Q-                  | READY
                    one that is not known is a clear answer        | C U U U 1 C T+ R 60 C T+ T+         | READY
                    """)
    void isWhatTextsFindOut(String what, String happening, String status) {
        for (String word : happening.split(" ")) {
            happens(word);
        }
        assertThat(reach.shown().status()).hasToString(status);
    }

    @Test
    void aPauseIsShownForAsLongAsItLasts() {
        for (String word : "C W 89 C".split(" ")) {
            happens(word);
        }
        assertThat(reach.shown().detail()).isEqualTo("asks for a slower pace: no texts for 90 s");
        happens("1");
        happens("C");
        assertThat(reach.shown().detail()).isEqualTo("reachable at h:80");
    }

    @ParameterizedTest(name = "after {0} trials {1} s")
    @CsvSource({"0, 1", "1, 2", "5, 32", "8, 256", "9, 300", "20, 300"})
    void thePauseGrowsToFiveMinutes(int trials, long pause) {
        for (String word : "C U U U".split(" ")) {
            happens(word);
        }
        for (int i = 0; i < trials; i++) {
            seconds += 300;
            reach.connected();
            assertThat(reach.lets(ANSWER)).isTrue();
            reach.unclear("status 502");
        }
        seconds += pause - 1;
        reach.connected();
        assertThat(reach.lets(ANSWER)).isFalse();
        seconds++;
        reach.connected();
        assertThat(reach.lets(ANSWER)).isTrue();
    }
}
