package vn.mscore.hotline.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsSourceTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "sms:123:modem-1, 123, modem-1",
        "sms:123:a:b, 123, a:b",
        "sms:123, 123, ''",
        "sms:9223372036854775807:x, 9223372036854775807, x"
    })
    void textShouldBeFound(String source, long id, String line) {
        assertThat(SmsSource.parse(source))
                .contains(new SmsSource(id, Optional.of(line).filter(name -> !name.isEmpty())));
    }

    @ParameterizedTest(name = "{0} is not a text")
    @CsvSource({"ivr:12", "sms:", "sms:x:modem", "sms:-1:m", "sms:9999999999999999999:m", "''", "console"})
    void anythingElseShouldBeAnotherChannel(String source) {
        assertThat(SmsSource.parse(source)).isEmpty();
    }
}
