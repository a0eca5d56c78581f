package vn.mscore.hotline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewaySettingsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "none                        | ``                                        | ``",
                "one                         | first=tcp://127.0.0.1:7000                | first>tcp://127.0.0.1:7000",
                "several, in their order     | zeta=a.http,alpha=b.http                  | zeta>a.http;alpha>b.http",
                "spaces and line ends        | ` first = a.http ,\n second=b.http `      | first>a.http;second>b.http",
                "an address with equal signs | op=smpp://u@h:1?bind=transceiver&tls=false | op>smpp://u@h:1?bind=transceiver&tls=false",
                "what is no line             | first=a.http,second,                      | first>a.http",
            })
    void linesAreReadFromTheirList(String what, String list, String lines) {
        assertThat(GatewaySettings.linesOf(list).entrySet().stream()
                        .map(line -> line.getKey() + ">" + line.getValue())
                        .collect(Collectors.joining(";")))
                .isEqualTo(lines);
    }
}
