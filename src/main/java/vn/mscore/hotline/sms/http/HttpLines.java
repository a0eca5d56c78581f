package vn.mscore.hotline.sms.http;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.LineLeases;
import vn.mscore.hotline.sms.LinesOfOneKind;
import vn.mscore.hotline.sms.SmsLines;

/**
 * The lines of {@code hotline.sms.http}. One node sends by a line; the aggregator's calls are answered by whichever node
 * they reach.
 */
@Singleton
public class HttpLines extends LinesOfOneKind {
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private final Map<String, Webhook> webhooks;
    private final Intake intake;
    private volatile boolean open;

    /** Reads the settings and their files; wrong ones refuse the start. */
    @Inject
    HttpLines(Settings settings, SmsLines known, Intake intake, LineLeases leases, ThreadFactory threads, Clock clock) {
        this(HttpSettings.read(settings), known, intake, leases, threads, clock);
    }

    private HttpLines(
            List<HttpSettings> lines,
            SmsLines known,
            Intake intake,
            LineLeases leases,
            ThreadFactory threads,
            Clock clock) {
        super(lines.stream().map(line -> maker(line, threads)).toList(), known, intake, leases, threads);
        this.webhooks = lines.stream().collect(Collectors.toMap(HttpSettings::name, line -> new Webhook(line, clock)));
        this.intake = intake;
    }

    private static Supplier<HttpLine> maker(HttpSettings line, ThreadFactory threads) {
        return () -> new HttpLine(line, threads);
    }

    @Override
    public void start() {
        super.start();
        open = true;
    }

    @Override
    public void stop() {
        open = false;
        super.stop();
    }

    /** Answers a call to {@code /sms/WORD/NAME}; 503 before the start and after the stop. */
    Reply called(String word, String name, WebRequest request) {
        Webhook webhook = webhooks.get(name);
        if (webhook == null) {
            return Reply.refusal(NOT_FOUND, "path");
        }
        return open ? webhook.answer(word, request, intake) : Reply.refusal(UNAVAILABLE, "later");
    }
}
