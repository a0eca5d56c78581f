package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The filter of fail2ban over lines that Asterisk wrote; {@link ShutOutIT} asks fail2ban itself. */
class ShutOutFilterTest {
    static Stream<SecurityLogLine> lines() throws IOException {
        return SecurityLogLine.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void whoTriesIsShutOutAndNobodyElse(SecurityLogLine line) throws IOException {
        assertThat(ShutOutFilter.read().shutsOut(line.line())).isEqualTo(line.shutOut());
    }

    @Test
    void theLinesShowEachEventTheFilterKnowsAndThoseItMustNotTake() throws IOException {
        assertThat(SecurityLogLine.all())
                .extracting(line -> line.line().replaceFirst(".*?SecurityEvent=\"(\\w+)\".*", "$1"))
                .containsAll(List.of(
                        "InvalidAccountID", "ChallengeResponseFailed", "FailedACL", "ChallengeSent", "SuccessfulAuth"));
    }

    @Test
    void aLineWithoutItsDateIsNoLineOfTheLog() throws IOException {
        String line = SecurityLogLine.all().get(0).line();
        assertThat(ShutOutFilter.read().shutsOut(line.replaceFirst("^\\[[^]]*]", "")))
                .isEmpty();
    }
}
