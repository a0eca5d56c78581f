package vn.mscore.hotline.sms.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.sms.KeptIntake;

/** Calls of aggregators: who gets in, and what is made of it. */
class WebhookTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_795_852_800L);
    private static final String BODY = "{\"id\":\"a1\",\"from\":\"84912345678\",\"text\":\"TC 1\"}";
    private static final String SIGNED = "sha256=23a2b0ddf250d3e8217f76867371c1f1e56d221c6c6e5e97191331330e8339c5";
    private static final String PEER = "203.0.113.7";

    private final KeptIntake intake = new KeptIntake();

    private static Webhook brand() throws IOException {
        return webhook(Lines.of("brand", Lines.delivered("brandname.mapping"), Map.of()));
    }

    private static Webhook webhook(HttpSettings line) {
        return new Webhook(line, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static WebRequest post(String peer, String body, Map<String, String> headers) {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        return new WebRequest("POST", null, headers::get, peer, octets.length, new ByteArrayInputStream(octets));
    }

    private static WebRequest get(String query) {
        return new WebRequest("GET", query, name -> null, "10.0.0.2", -1, InputStream.nullInputStream());
    }

    private static Map<String, String> signed(String signature, String time) {
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Signature", signature);
        headers.put("X-Timestamp", time);
        return headers;
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/sms/http/calls.tsv", delimiter = '\t', numLinesToSkip = 1)
    void whoGetsIn(ArgumentsAccessor row) throws IOException {
        Map<String, String> headers = signed(row.getString(2), row.getString(3));
        Reply reply = brand().answer("in", post(row.getString(1), row.getString(4), headers), intake);
        assertThat(reply.status()).isEqualTo(row.getInteger(5));
        assertThat(intake.log()).hasSize(reply.status() == 200 ? 1 : 0);
    }

    @Test
    void aCallThatIsStoredIsThankedAsTheFileSays() throws IOException {
        Reply reply = brand().answer("in", post(PEER, BODY, signed(SIGNED, "1795852800")), intake);
        assertThat(reply).isEqualTo(new Reply(200, "application/json", "{\"status\":0}"));
        assertThat(intake.log()).containsExactly("TEXT 84912345678 TC 1");
    }

    @Test
    void aReplayIsThankedAndStoredOnce() throws IOException {
        Webhook webhook = brand();
        for (int i = 0; i < 3; i++) {
            Reply reply = webhook.answer("in", post(PEER, BODY, signed(SIGNED, "1795852800")), intake);
            assertThat(reply.status()).isEqualTo(200);
        }
        assertThat(intake.log()).containsExactly("TEXT 84912345678 TC 1", "duplicate", "duplicate");
    }

    @Test
    void aLongBodyIsRefusedBeforeItIsReadWhole() throws IOException {
        AtomicInteger read = new AtomicInteger();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return read.incrementAndGet() > 0 ? ' ' : -1;
            }
        };
        Map<String, String> headers = signed(SIGNED, "1795852800");
        WebRequest said = new WebRequest("POST", null, headers::get, PEER, 1 << 20, endless);
        assertThat(brand().answer("in", said, intake).status()).isEqualTo(413);
        assertThat(read.get()).isZero();
        WebRequest chunked = new WebRequest("POST", null, headers::get, PEER, -1, endless);
        assertThat(brand().answer("in", chunked, intake).status()).isEqualTo(413);
        assertThat(read.get()).isLessThanOrEqualTo(65_537);
        assertThat(intake.log()).isEmpty();
    }

    @Test
    void whileTheDatabaseIsAwayTheAggregatorKeepsItsCopy() throws IOException {
        intake.away(true);
        assertThat(brand().answer("in", post(PEER, BODY, signed(SIGNED, "1795852800")), intake)
                        .status())
                .isEqualTo(503);
        intake.away(false);
        assertThat(brand().answer("in", post(PEER, BODY, signed(SIGNED, "1795852800")), intake)
                        .status())
                .isEqualTo(200);
        assertThat(intake.log()).containsExactly("TEXT 84912345678 TC 1");
    }

    @Test
    void whileOurMemoryIsAtItsEndTheAggregatorKeepsItsCopy() throws IOException {
        Webhook webhook = brand();
        intake.fail(10, new OutOfMemoryError("unable to create native thread"));
        for (int i = 0; i < 10; i++) {
            assertThat(status(webhook)).isEqualTo(503);
        }
        assertThat(status(webhook)).isEqualTo(200);
        assertThat(intake.log()).containsExactly("TEXT 84912345678 TC 1");
    }

    @Test
    void aCallThatOverflowsTheStackEachTimeIsKeptForAPerson() throws IOException {
        Webhook webhook = brand();
        intake.fail(100, new StackOverflowError());
        for (int i = 0; i < 4; i++) {
            assertThat(status(webhook)).isEqualTo(503);
        }
        assertThat(status(webhook)).isEqualTo(200);
        assertThat(intake.log()).singleElement().asString().startsWith("QUARANTINE cannot be stored");
    }

    private int status(Webhook webhook) {
        return webhook.answer("in", post(PEER, BODY, signed(SIGNED, "1795852800")), intake)
                .status();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    token=khoa-bi-mat-0123456789&from=%2B84912345678&text=PA+%C4%91%C6%B0%E1%BB%9Dng&id=1&at=1795852800&kind=0.-1 | 200 | TEXT +84912345678 PA đường
                    token=khoa-bi-mat-0123456789&from=%2B84912345678&text=%00T%00C%00+%01%11%01%B0%1E%DD%00n%00g%00+%D8%3C%DF%09&charset=UTF-16BE&id=1&kind=2.-1 | 200 | TEXT +84912345678 TC đường 🌉
                    token=khoa-bi-mat-0123456789&from=84912345678&text=%41%FF&charset=binary&id=1&kind=1.-1 | 200 | MACHINE 84912345678 Aÿ
                    token=khoa-bi-mat-0123456789&from=84912345678&text=%00P%00A%00+%00o%00i%00&charset=UTF-16BE&id=1 | 200 | TEXT 84912345678 PA oi
                    token=khoa-bi-mat-0123456789&from=84912345678&text=P%00A%00+%00o%00i%00&charset=UTF-16BE&id=1 | 200 | TEXT 84912345678 PA oi
                    token=khoa-bi-mat-0123456789&from=84912345678&text=%FE%FF%00P%00A%00+%00o&charset=UTF-16BE&id=1 | 200 | TEXT 84912345678 PA o
                    token=khoa-bi-mat-0123456789&from=84912345678&text=%D8&charset=UTF-16BE&id=1             | 400 | QUARANTINE is not UTF-16BE
                    token=khoa-bi-mat-0123456789&from=VIETTEL&text=&id=1&at=1795852800&kind=2.-1           | 200 | TEXT VIETTEL
                    token=khoa-bi-mat-0123456789&from=84912345678&text=x&id=1&at=1795852800&kind=1.-1      | 200 | MACHINE 84912345678 x
                    token=khoa-bi-mat-0123456789&from=84912345678&text=x&id=1&at=1795852800&kind=0.0       | 200 | MACHINE 84912345678 x
                    token=khoa-bi-mat-0123456789&from=84912345678&text=x&id=1                              | 200 | TEXT 84912345678 x
                    token=khoa-bi-mat-012345678&from=84912345678&text=x&id=1                               | 401 | -
                    from=84912345678&text=x&id=1                                                          | 401 | -
                    token=%zz&from=84912345678&text=x&id=1                                                | 401 | -
                    token=khoa-bi-mat-0123456789&token=khoa-bi-mat-0123456789&from=8491&text=x&id=1       | 401 | -
                    token=khoa-bi-mat-0123456789&from=84912345678&text=x                                  | 400 | QUARANTINE without the id
                    token=khoa-bi-mat-0123456789&from=84912345678&id=1                                    | 400 | QUARANTINE without the text
                    token=khoa-bi-mat-0123456789&text=x&id=1                                              | 400 | QUARANTINE without the sender
                    token=khoa-bi-mat-0123456789&from=84912345678&text=%FF&id=1                           | 400 | QUARANTINE is not UTF-8
                    """)
    void whatKannelSendsIsRead(String query, int status, String kept) throws IOException {
        Webhook kannel = webhook(Lines.of("kannel", Lines.delivered("kannel.mapping"), Map.of()));
        assertThat(kannel.answer("in", get(query), intake).status()).isEqualTo(status);
        assertThat(intake.log().stream().map(String::strip))
                .isEqualTo(kept == null ? java.util.List.of() : java.util.List.of(kept));
    }

    @Test
    void row10APairThatIsSplitBetweenTwoPartsIsReadInHalvesAsOtherLinesReadIt() throws IOException {
        Webhook kannel = webhook(Lines.of("kannel", Lines.delivered("kannel.mapping"), Map.of()));
        String caller = "token=khoa-bi-mat-0123456789&from=84912345678&charset=UTF-16BE&id=";
        assertThat(kannel.answer("in", get(caller + "1&text=%00a%D8%3D"), intake)
                        .status())
                .isEqualTo(200);
        assertThat(kannel.answer("in", get(caller + "2&text=%DE%00%00b"), intake)
                        .status())
                .isEqualTo(200);
        assertThat(intake.log()).containsExactly("TEXT 84912345678 a\uD83D", "TEXT 84912345678 \uDE00b");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    id=kannel-42&state=1  | 200 | REPORT kannel-42  DELIVERED
                    id=kannel-42&to=84912345678&state=1 | 200 | REPORT kannel-42 84912345678 DELIVERED
                    id=kannel-42&state=8  | 200 | REPORT kannel-42  TRYING
                    id=kannel-42&state=2  | 200 | REPORT kannel-42  FAILED
                    id=kannel-42&state=16 | 200 | REPORT kannel-42  FAILED
                    id=kannel-42&state=99 | 400 | QUARANTINE a report without id or with a state that the file does not know
                    state=1               | 400 | QUARANTINE a report without id or with a state that the file does not know
                    """)
    void kannelsReportsAreRead(String query, int status, String kept) throws IOException {
        Webhook kannel = webhook(Lines.of("kannel", Lines.delivered("kannel.mapping"), Map.of()));
        assertThat(kannel.answer("dlr", get("token=" + Lines.SECRET + "&" + query), intake)
                        .status())
                .isEqualTo(status);
        assertThat(intake.log()).containsExactly(kept);
    }

    @Test
    void theTokenIsNotKept() throws IOException {
        Call call = new Call("GET", "a=1&token=geheim&b=2", name -> null, new byte[0], StandardCharsets.UTF_8);
        byte[] kept = call.kept(java.util.Optional.of(Source.parse("query:token")));
        assertThat(new String(kept, StandardCharsets.UTF_8)).isEqualTo("GET ?a=1&b=2\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    {"f":"84912345678","t":"xin","id":"1","r":"7","n":"2","of":"3"} | TEXT 84912345678 xin 2/3
                    {"f":"84912345678","t":"xin","id":"1","r":"7","n":"1","of":"1"} | TEXT 84912345678 xin
                    {"f":"84912345678","t":"xin","id":"1","r":"7","n":"4","of":"3"} | TEXT 84912345678 xin
                    {"f":"84912345678","t":"xin","id":"1"}                          | TEXT 84912345678 xin
                    {"f":"84912345678","t":"xin","id":"1","r":"7","of":"3"}         | QUARANTINE a part without its number
                    """)
    void partsAreReadFromTheirNumbers(String body, String kept) {
        Webhook webhook = webhook(Lines.of("""
                send.url = http://h/s
                in.from = json:/f
                in.text = json:/t
                in.id = json:/id
                in.reference = json:/r
                in.total = json:/of
                in.number = json:/n
                check.token = header:X-Token
                """));
        webhook.answer("in", post(PEER, body, Map.of("X-Token", Lines.SECRET)), intake);
        assertThat(intake.log()).containsExactly(kept);
    }

    @ParameterizedTest(name = "header {0}")
    @CsvSource({
        "050003070302, TEXT 84912345678 xin 2/3",
        "06050415810000, MACHINE 84912345678 xin",
        "06080401000302, TEXT 84912345678 xin 2/3",
        "'', TEXT 84912345678 xin",
        "0900, QUARANTINE the header is longer than it says",
        "0g, QUARANTINE the header is not hexadecimal"
    })
    void partsAreReadFromTheirHeader(String header, String kept) {
        Webhook webhook = webhook(Lines.of("""
                send.url = http://h/s
                in.from = form:f
                in.text = form:t
                in.id = form:id
                in.udh = form:udh
                check.token = header:X-Token
                """));
        String body = "f=84912345678&t=xin&id=1&udh=" + header;
        webhook.answer("in", post(PEER, body, Map.of("X-Token", Lines.SECRET)), intake);
        assertThat(intake.log()).containsExactly(kept);
    }

    /** {@code <n>} is a number of 1,200 figures. */
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    json:/token    | {"token":<n>,"id":"1","f":"84912345678","t":"x"}    | 401 | -
                    json:/token    | {"token":1e9999999999,"id":"1","f":"84912345678"}   | 401 | -
                    json:/token    | {"token":1.<n>,"id":"1","f":"84912345678","t":"x"}  | 401 | -
                    json:/token    | {"token":"khoa-bi-mat-0123456789","id":<n>,"f":"1"} | 401 | -
                    header:X-Token | {"id":<n>,"f":"84912345678","t":"x"}                | 400 | QUARANTINE without the id
                    header:X-Token | {"id":1e9999999999,"f":"84912345678","t":"x"}       | 400 | QUARANTINE without the id
                    header:X-Token | {"id":"1","f":"84912345678","t":"x","n":1e99999}    | 200 | TEXT 84912345678 x
                    """)
    void aGiantNumberIsUnreadable(String token, String body, int status, String kept) {
        Webhook webhook = webhook(Lines.of("""
                send.url = http://h/s
                in.from = json:/f
                in.text = json:/t
                in.id = json:/id
                check.token = %s
                """.formatted(token)));
        String sent = body.replace("<n>", "1234567890".repeat(120));
        Reply reply = webhook.answer("in", post(PEER, sent, Map.of("X-Token", Lines.SECRET)), intake);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(intake.log()).isEqualTo(kept == null ? java.util.List.of() : java.util.List.of(kept));
    }

    @ParameterizedTest(name = "{0} in {1} and {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    query:token | a=1&tok%65n=geheim-0123456789&b=2 | x=1                              | POST ?a=1&b=2 x=1
                    form:token  | a=1                               | x=1&token=geheim-0123456789&y=%41 | POST ?a=1 x=1&y=%41
                    json:/token | a=1                               | {"token":"geheim-0123456789","x":"é"} | POST ?a=1 {"token":"","x":"é"}
                    json:/token | a=1                               | {"x":1}                           | POST ?a=1 {"x":1}
                    header:T    | a=1&token=x                       | x=1                               | POST ?a=1&token=x x=1
                    """)
    void theTokenIsKeptNowhere(String source, String query, String body, String kept) {
        Call call =
                new Call("POST", query, name -> null, body.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        byte[] octets = call.kept(java.util.Optional.of(Source.parse(source)));
        assertThat(new String(octets, StandardCharsets.UTF_8).replace('\n', ' '))
                .isEqualTo(kept);
    }

    @Test
    void nothingIsOfferedThatTheFileDoesNotOffer() {
        Webhook outOnly = webhook(Lines.of("send.url = http://h/s"));
        assertThat(outOnly.answer("in", get("a=1"), intake).status()).isEqualTo(404);
        assertThat(outOnly.answer("dlr", get("a=1"), intake).status()).isEqualTo(404);
    }
}
