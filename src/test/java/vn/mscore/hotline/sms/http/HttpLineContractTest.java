package vn.mscore.hotline.sms.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import vn.mscore.hotline.house.Waits;
import vn.mscore.hotline.sms.SmsLine;
import vn.mscore.hotline.sms.SmsLineContract;

/** The contract by HTTP, against the JDK's own server. */
@Waits
class HttpLineContractTest extends SmsLineContract {
    private static final String SECRET = "0123456789abcdef";

    private Aggregator aggregator;
    private Webhook webhook;

    @Override
    protected SmsLine open() throws IOException {
        aggregator = new Aggregator();
        String mapping = """
                send.url = %s
                send.form.text = {text}
                send.connect = 1
                send.timeout = 5
                accepted.id = {id}
                in.from = form:from
                in.text = form:text
                in.id = form:id
                check.token = header:X-Token
                """.formatted(aggregator.address("/send"));
        Map<String, String> settings = Map.of("hotline.sms.http.agg.secret", SECRET);
        HttpSettings read = HttpSettings.of(
                key -> Optional.ofNullable(settings.get(key)), MappingFile.of("agg", "agg.mapping", mapping));
        webhook = new Webhook(read, Clock.systemUTC());
        return new HttpLine(read, Executors.defaultThreadFactory());
    }

    @Override
    protected List<String> taken() {
        return aggregator.asked.stream()
                .map(asked -> Percent.field(asked.body(), "text", StandardCharsets.UTF_8)
                        .orElseThrow())
                .toList();
    }

    @Override
    protected void goAway() {
        aggregator.close();
    }

    @Override
    protected void fallSilent() {
        aggregator.answer = asked -> null;
    }

    @Override
    protected boolean deliver(String text) {
        byte[] body = ("id=m1&from=%2B84912345678&text=" + Percent.encode(text)).getBytes(StandardCharsets.UTF_8);
        WebRequest call = new WebRequest(
                "POST",
                null,
                name -> name.equals("X-Token") ? SECRET : null,
                "127.0.0.1",
                body.length,
                new ByteArrayInputStream(body));
        return webhook.answer("in", call, intake).status() == 200;
    }

    @Override
    protected boolean deliverAgain(String text) {
        return deliver(text);
    }

    @Override
    protected void close() {
        aggregator.close();
    }
}
