package vn.mscore.hotline.sms.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.house.Waits;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.LineState;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;
import vn.mscore.hotline.sms.SmsLine.Submission;

/** A line that nobody watches: what its texts alone find out. */
@Timeout(60)
@Waits
class HttpLineTest {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");

    private Aggregator aggregator;
    private HttpLine line;

    @BeforeEach
    void open() throws IOException {
        aggregator = new Aggregator();
        line = new HttpLine(Lines.of("""
                send.url = %s
                send.form.text = {text}
                send.connect = 1
                send.timeout = 4
                accepted.id = {client-id}
                """.formatted(aggregator.address("/send"))), Executors.defaultThreadFactory());
    }

    @AfterEach
    void close() {
        aggregator.close();
        line.stop();
    }

    private SendOutcome send(int id) {
        return line.send(new Submission(id, LAN, "Ho so da xong"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    502 502 502 200 | UNKNOWN UNKNOWN UNKNOWN RETRY   | 3
                    502 502 302 502 | UNKNOWN UNKNOWN RETRY UNKNOWN   | 4
                    503 503 503 200 | RETRY RETRY RETRY RETRY         | 3
                    204 502 502 200 | SENT UNKNOWN UNKNOWN SENT       | 4
                    400 400 400 200 | REFUSED REFUSED REFUSED SENT    | 4
                    429 200 200 200 | RETRY RETRY RETRY RETRY         | 1
                    404 404 404 200 | RETRY RETRY RETRY SENT          | 4
                    100 100 100 200 | UNKNOWN UNKNOWN UNKNOWN RETRY   | 3
                    """)
    void anAggregatorThatIsBrokenGetsThreeTexts(String statuses, String results, int asked) {
        int id = 0;
        for (String status : statuses.split(" ")) {
            int number = Integer.parseInt(status);
            aggregator.answer = question -> number == 100 ? null : new Aggregator.Says(number, "");
            assertThat(send(id).result()).hasToString(results.split(" ")[id]);
            id++;
        }
        assertThat(aggregator.asked).hasSize(asked);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "301, BLOCKED",
        "302, BLOCKED",
        "303, BLOCKED",
        "307, BLOCKED",
        "308, BLOCKED",
        "401, BLOCKED",
        "403, BLOCKED",
        "404, BLOCKED",
        "405, BLOCKED",
        "407, BLOCKED",
        "400, READY",
        "429, READY",
        "200, READY",
        "502, LOST",
        "503, LOST",
    })
    void whatIsAnsweredToEveryTextIsShownOnTheLine(int status, String shown) {
        aggregator.answer = question -> new Aggregator.Says(status, "");
        for (int id = 0; id < 3; id++) {
            send(id);
        }
        LineState state = line.state();
        assertThat(state.status()).hasToString(shown);
        assertThat(state.sendable()).isEqualTo(shown.equals("READY") && status != 429);
        assertThat(state.detail().contains("status " + status)).isEqualTo(!shown.equals("READY"));
    }

    @Test
    void aTextOfUnknownFateHasTheIdThatItsReportWillName() {
        aggregator.answer = question -> null;
        SendOutcome outcome = send(42);
        assertThat(outcome.result()).isEqualTo(Result.UNKNOWN);
        assertThat(outcome.references()).containsExactly("agg-42");
        assertThat(outcome.reports()).isEqualTo(1);
    }
}
