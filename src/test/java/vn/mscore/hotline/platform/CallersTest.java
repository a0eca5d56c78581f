package vn.mscore.hotline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallersTest {
    private final Callers callers = new Callers(key -> Optional.of("127.0.0.1, 10.0.0.9"));

    /** Lines of the header are divided by {@code /}. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    no proxy's word is not heard         | 198.51.100.7 | 203.0.113.7               | 198.51.100.7
                    a proxy without the header           | 127.0.0.1    |                           | 127.0.0.1
                    what the proxy says                  | 127.0.0.1    | 203.0.113.7               | 203.0.113.7
                    what it appended to a forged one     | 10.0.0.9     | 203.0.113.7, 198.51.100.7 | 198.51.100.7
                    the line it added to a forged one    | 10.0.0.9     | 203.0.113.7/198.51.100.7  | 198.51.100.7
                    both                                 | 10.0.0.9     | 203.0.113.7/1.1.1.1,::1   | ::1
                    no address                           | 10.0.0.9     | 203.0.113.7/unknown       | 10.0.0.9
                    an empty line behind a forged one    | 10.0.0.9     | 203.0.113.7/              | 10.0.0.9
                    """)
    void theCallerIsWhomTheLastProxySaw(String what, String peer, String lines, String caller) {
        List<String> forwarded = lines == null ? List.of() : List.of(lines.split("/", -1));
        assertThat(callers.address(peer, Collections.enumeration(forwarded))).isEqualTo(caller);
    }
}
