package vn.mscore.hotline.sms.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class AutoReplyTest {
    @ParameterizedTest(name = "row 31: \"{1}\" is an automatic reply: {0}")
    @CsvFileSource(resources = "/sms/auto-replies.csv", delimiter = '|', numLinesToSkip = 1)
    void recognises(boolean auto, String text) {
        assertThat(AutoReply.looksLikeOne(text == null ? "" : text)).isEqualTo(auto);
    }
}
