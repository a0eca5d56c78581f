package vn.mscore.hotline.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostCheckTest {
    private final HostCheck check = new HostCheck(key ->
            key.equals("hotline.http.names") ? Optional.of("hotline.quangtri.example, Line2") : Optional.empty());

    @ParameterizedTest(name = "row 131: {0} -> {1}")
    @CsvSource({
        "127.0.0.1, true",
        "localhost, true",
        "LOCALHOST, true",
        "[::1], true",
        "192.168.10.5, true",
        "hotline.quangtri.example, true",
        "line2, true",
        "evil.example, false",
        "127.0.0.1.evil.example, false",
        "localhost.evil.example, false",
        "'', false",
        "1.2.3.4@evil, false"
    })
    void answersUnderItsOwnNamesOnly(String host, boolean ours) {
        assertThat(check.isOurs(host)).isEqualTo(ours);
    }
}
