package vn.mscore.hotline.sms.http;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.sms.LastIntake;
import vn.mscore.hotline.sms.Never;

/**
 * Calls of an aggregator that lies: kept once and thanked, or refused. In {@code verify} over the inputs beside it, with
 * {@code -Pfuzz} over new ones.
 */
@Timeout(20)
class WebhookFuzzTest {
    private static final Set<Integer> ANSWERS = Set.of(200, 400, 401, 413);
    private static final String FORM = """
            send.url = http://h/s
            in.from = form:f
            in.text = form:t
            in.id = form:id
            in.udh = form:h
            in.charset = form:c
            in.time = form:at
            in.time.format = yyyy-MM-dd HH:mm:ss
            dlr.id = form:id
            dlr.to = form:to
            dlr.state = form:s
            dlr.delivered = 1
            dlr.trying = 4
            dlr.failed = 2
            check.token = header:X-Token
            """;
    private static final String JSON = """
            send.url = http://h/s
            in.from = json:/f
            in.text = json:/m/0/t
            in.id = json:/id
            in.reference = json:/r
            in.total = json:/of
            in.number = json:/n
            check.token = header:X-Token
            """;
    private static final String QUERY = """
            send.url = http://h/s
            in.method = GET
            in.from = query:f
            in.text = query:t
            in.id = query:id
            check.token = header:X-Token
            """;

    private static final Webhook FORMS = webhook(FORM);
    private static final Webhook OBJECTS = webhook(JSON);
    private static final Webhook QUERIES = webhook(QUERY);

    private static Webhook webhook(String mapping) {
        return new Webhook(Lines.of(mapping), Clock.systemUTC());
    }

    @FuzzTest
    void forms(byte[] body) {
        for (String word : List.of("in", "dlr")) {
            called(FORMS, word, request("POST", null, body));
        }
    }

    @FuzzTest
    void objects(byte[] body) {
        called(OBJECTS, "in", request("POST", null, body));
    }

    @FuzzTest
    void queries(byte[] query) {
        called(QUERIES, "in", request("GET", new String(query, StandardCharsets.ISO_8859_1), new byte[0]));
    }

    private static WebRequest request(String method, String query, byte[] body) {
        InputStream in = new ByteArrayInputStream(body);
        return new WebRequest(method, query, name -> Lines.SECRET, "127.0.0.1", body.length, in);
    }

    /** What is kept is thanked or at least told to be unreadable, and nothing else is kept. */
    private static void called(Webhook hook, String word, WebRequest request) {
        LastIntake intake = new LastIntake();
        Reply reply = hook.answer(word, request, intake);
        Never.unless(ANSWERS.contains(reply.status()), "answered " + reply.status());
        boolean read = reply.status() == 200 || reply.status() == 400;
        Never.unless(intake.count() == (read ? 1 : 0), "kept nowhere or twice");
        Never.unless(
                (reply.status() == 200) == (intake.part() != null || intake.report() != null), "thanked for noise");
    }
}
