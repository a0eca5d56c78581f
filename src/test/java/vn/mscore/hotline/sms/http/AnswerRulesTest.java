package vn.mscore.hotline.sms.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;

class AnswerRulesTest {
    private static SendOutcome outcome(HttpSettings line, int status, String body) {
        Answered answer = new Answered(
                status,
                name -> name.equals("X-Id") ? Optional.of("h9") : Optional.empty(),
                body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8));
        return line.mapping().answers().outcome(answer, Lines.values(line, "x"));
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    202 | 0: Accepted for delivery    | SENT    | kannel-42
                    202 | 3: Queued for later delivery| SENT    | kannel-42
                    202 | 1: Something else           | UNKNOWN | kannel-42
                    202 |                             | UNKNOWN | kannel-42
                    200 | 0: Accepted for delivery    | UNKNOWN | kannel-42
                    403 | Authorization failed for sendsms | RETRY |
                    503 | Temporal failure, try again later. | RETRY |
                    400 | Empty text not allowed, rejected | REFUSED |
                    500 | 0: Accepted for delivery    | UNKNOWN | kannel-42
                    302 |                             | UNKNOWN | kannel-42
                    """)
    void kannelsAnswers(int status, String body, Result result, String reference) throws IOException {
        HttpSettings line = Lines.of("kannel", Lines.delivered("kannel.mapping"), Map.of());
        SendOutcome outcome = outcome(line, status, body);
        assertThat(outcome.result()).isEqualTo(result);
        assertThat(outcome.references())
                .isEqualTo(Optional.ofNullable(reference).stream().toList());
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    200 | {"submission":{"sms":[{"id":"x","status":0}]}}    | SENT
                    200 | {"submission":{"sms":[{"id":"x","status":"11"}]}} | SENT
                    200 | {"submission":{"sms":[{"id":"x","status":20}]}}   | RETRY
                    200 | {"submission":{"sms":[{"id":"x","status":12}]}}   | REFUSED
                    200 | {"submission":{"sms":[{"id":"x","status":77}]}}   | UNKNOWN
                    200 | {"submission":{"sms":{"id":"x","status":0}}}      | UNKNOWN
                    200 | {"submission":{"sms":[]}}                         | UNKNOWN
                    200 | {"submission":                                    | UNKNOWN
                    200 | <html>OK</html>                                   | UNKNOWN
                    401 |                                                   | RETRY
                    404 |                                                   | RETRY
                    429 |                                                   | RETRY
                    408 |                                                   | RETRY
                    500 |                                                   | RETRY
                    502 |                                                   | RETRY
                    504 |                                                   | RETRY
                    422 |                                                   | REFUSED
                    """)
    void aBrandNameAggregatorsAnswers(int status, String body, Result result) throws IOException {
        HttpSettings line = Lines.of("brand", Lines.delivered("brandname.mapping"), Map.of());
        assertThat(outcome(line, status, body).result()).isEqualTo(result);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    body ~ ^id=(\\S+)  | id=77 ok        | 77
                    body              | `  77\n`        | 77
                    json:/sms/0/id    | {"sms":[{"id":77}]} | 77
                    header:X-Id       | whatever        | h9
                    {id}              | whatever        | 42
                    json:/id          | {"nothing":1}   |
                    body ~ ^id=(\\S+)  | ok              |
                    """)
    void theIdIsFound(String source, String body, String reference) {
        HttpSettings line = Lines.of("send.url = http://h/s\naccepted.id = " + source);
        SendOutcome outcome = outcome(line, 200, body);
        assertThat(outcome.result()).isEqualTo(Result.SENT);
        assertThat(outcome.references())
                .isEqualTo(Optional.ofNullable(reference).stream().toList());
    }
}
