package vn.mscore.hotline.sms.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    120                           | -                             | PT2M
                    0                             | -                             | PT0S
                    999999999                     | -                             | PT1H
                    Tue, 01 Dec 2026 13:00:30 GMT | Tue, 01 Dec 2026 13:00:00 GMT | PT30S
                    Tue, 01 Dec 2026 12:00:00 GMT | Tue, 01 Dec 2026 13:00:00 GMT | PT0S
                    Wed, 02 Dec 2026 13:00:00 GMT | Tue, 01 Dec 2026 13:00:00 GMT | PT1H
                    Tue, 01 Dec 2026 13:00:30 GMT | -                             | -
                    Tue, 01 Dec 2026 13:00:30 GMT | soon                          | -
                    -5                            | -                             | -
                    99999999999999999999          | -                             | -
                    soon                          | Tue, 01 Dec 2026 13:00:00 GMT | -
                    -                             | Tue, 01 Dec 2026 13:00:00 GMT | -
                    """)
    void isReadAsTheAggregatorMeansIt(String retryAfter, String date, Duration wait) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Retry-After", retryAfter);
        headers.put("Date", date);
        Answered answer = new Answered(429, name -> Optional.ofNullable(headers.get(name)), new byte[0]);
        assertThat(RetryAfter.of(answer)).isEqualTo(Optional.ofNullable(wait));
    }
}
