package vn.mscore.hotline.sms.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.sms.KeptIntake;

/** Calls that hold several messages, and those of Jasmin, whose texts come as octets. */
class WebhookShapesTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_795_852_800L);
    private static final String PEER = "203.0.113.7";

    private final KeptIntake intake = new KeptIntake();

    private static Webhook webhook(HttpSettings line) {
        return new Webhook(line, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static WebRequest post(String peer, String body, Map<String, String> headers) {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        return new WebRequest("POST", null, headers::get, peer, octets.length, new ByteArrayInputStream(octets));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    coding=8&binary=00540043002001110111                 | 200 | TEXT 84912345678 TC đđ
                    coding=0&binary=54432031                             | 200 | TEXT 84912345678 TC 1
                    coding=0&binary=504120677569207665206100622e766e     | 200 | TEXT 84912345678 PA gui ve a@b.vn
                    coding=0&binary=54e9                                 | 200 | TEXT 84912345678 Té
                    coding=0&binary=5                                    | 400 | QUARANTINE the text is not hexadecimal
                    binary=54432031                                      | 200 | TEXT 84912345678 TC 1
                    coding=3&binary=e9                                   | 200 | TEXT 84912345678 é
                    coding=4&binary=00ff                                 | 200 | MACHINE 84912345678 \u0000ÿ
                    coding=8&binary=                                     | 200 | TEXT 84912345678
                    coding=7&binary=54                                   | 400 | QUARANTINE in an unknown character set
                    coding=8&binary=005                                  | 400 | QUARANTINE the text is not hexadecimal
                    coding=8&binary=zz                                   | 400 | QUARANTINE the text is not hexadecimal
                    coding=8                                             | 400 | QUARANTINE without the text
                    """)
    void whatJasminSendsIsRead(String fields, int status, String kept) throws IOException {
        Webhook jasmin = webhook(Lines.of("jasmin", Lines.delivered("jasmin.mapping"), Map.of()));
        Reply reply = jasmin.answer("in", form("id=1&from=84912345678&to=8055&content=%00T&" + fields), intake);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body().equals("ACK/Jasmin")).isEqualTo(status == 200);
        assertThat(intake.log().stream().map(String::strip)).containsExactly(kept);
    }

    @Test
    void jasminsReportIsRead() throws IOException {
        Webhook jasmin = webhook(Lines.of("jasmin", Lines.delivered("jasmin.mapping"), Map.of()));
        Reply reply = jasmin.answer("dlr", form("id=16fd2706&level=2&message_status=DELIVRD"), intake);
        assertThat(reply.body()).isEqualTo("ACK/Jasmin");
        assertThat(intake.log()).containsExactly("REPORT 16fd2706  DELIVERED");
    }

    private static WebRequest form(String body) {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        return new WebRequest(
                "POST",
                "token=" + Lines.SECRET,
                name -> null,
                "10.0.0.2",
                octets.length,
                new ByteArrayInputStream(octets));
    }

    private static Webhook lists(String each) {
        return webhook(Lines.of("""
                send.url = http://h/s
                %s
                in.from = json:/f
                in.text = json:/t
                in.id = json:/id
                dlr.id = json:/id
                dlr.state = json:/s
                dlr.delivered = 1
                check.token = header:X-Token
                """.formatted(each)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    json:/r | {"r":[{"f":"8491","t":"a","id":"1"},{"f":"8492","t":"b","id":"2"}]} | 200 | TEXT 8491 a;TEXT 8492 b
                    json    | [{"f":"8491","t":"a","id":"1"},{"f":"8492","t":"b","id":"2"}]       | 200 | TEXT 8491 a;TEXT 8492 b
                    json:/r | {"r":[]}                                                             | 200 | ''
                    json:/r | {"r":[{"f":"8491","t":"a"},{"f":"8492","t":"b","id":"2"}]}           | 200 | QUARANTINE without the id;TEXT 8492 b
                    json:/r | {"r":[{"f":"8491","t":"a"}]}                                         | 400 | QUARANTINE without the id
                    json:/r | {"r":["a",{"f":"8492","t":"b","id":"2"}]}                            | 200 | QUARANTINE without the id;TEXT 8492 b
                    json:/r | {"f":"8491","t":"a","id":"1"}                                        | 400 | QUARANTINE without the list of messages
                    json    | {"f":"8491","t":"a","id":"1"}                                        | 400 | QUARANTINE without the list of messages
                    """)
    void eachOfSeveralIsStored(String each, String body, int status, String kept) {
        Reply reply =
                lists("in.each = " + each).answer("in", post(PEER, body, Map.of("X-Token", Lines.SECRET)), intake);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(String.join(";", intake.log())).isEqualTo(kept);
    }

    @Test
    void whileTheDatabaseIsAwayAListComesAgainAndWhatIsStoredIsKnown() {
        Webhook webhook = lists("in.each = json");
        String one = "{\"f\":\"8491\",\"t\":\"a\",\"id\":\"1\"}";
        String two = "{\"f\":\"8492\",\"t\":\"b\",\"id\":\"2\"}";
        Map<String, String> token = Map.of("X-Token", Lines.SECRET);
        webhook.answer("in", post(PEER, "[" + one + "]", token), intake);
        intake.fail(1, new IllegalStateException("away"));
        String both = "[" + two + "," + one + "]";
        assertThat(webhook.answer("in", post(PEER, both, token), intake).status())
                .isEqualTo(503);
        assertThat(webhook.answer("in", post(PEER, both, token), intake).status())
                .isEqualTo(200);
        assertThat(intake.log()).containsExactly("TEXT 8491 a", "TEXT 8492 b", "duplicate");
    }

    @Test
    void reportsComeInAListToo() {
        lists("dlr.each = json:/results")
                .answer(
                        "dlr",
                        post(
                                PEER,
                                "{\"results\":[{\"id\":\"a\",\"s\":1},{\"id\":\"b\",\"s\":1}]}",
                                Map.of("X-Token", Lines.SECRET)),
                        intake);
        assertThat(intake.log()).containsExactly("REPORT a  DELIVERED", "REPORT b  DELIVERED");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    {"r":[{"f":"8491","t":"a","id":"1"}]}                                | 200 | TEXT 8491 a
                    {"r":[{"f":"8491","t":"a","id":"1"},{"f":"8492","t":"b","id":"2"}]}  | 400 | QUARANTINE holds several messages, the file reads the first: it needs in.each or dlr.each
                    """)
    void severalThatTheFileDoesNotKnowOfAreNotDropped(String body, int status, String kept) {
        Webhook webhook = webhook(Lines.of("""
                send.url = http://h/s
                in.from = json:/r/0/f
                in.text = json:/r/0/t
                in.id = json:/r/0/id
                check.token = header:X-Token
                """));
        Reply reply = webhook.answer("in", post(PEER, body, Map.of("X-Token", Lines.SECRET)), intake);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(intake.log()).containsExactly(kept);
    }
}
