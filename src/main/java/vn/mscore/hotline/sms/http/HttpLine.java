package vn.mscore.hotline.sms.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.LineState;
import vn.mscore.hotline.sms.SmsLine;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;

/** The way out to an aggregator by HTTP, as its mapping file describes it. */
final class HttpLine implements SmsLine {
    private static final Statuses NOT_KNOWN = Statuses.parse("401,403,407");
    private static final Statuses ELSEWHERE = Statuses.parse("300-399,404,405");
    private static final Statuses SLOWER = Statuses.parse("429,503");
    private static final int BROKEN = 500;

    private final HttpSettings settings;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Transport transport;
    private final Reach reach;

    HttpLine(HttpSettings settings, ThreadFactory threads) {
        this.settings = settings;
        SendMapping send = settings.mapping().send();
        this.transport = new Transport(settings.name(), send.limits().connect(), threads);
        this.reach = new Reach(settings.name(), send.host(), send.limits().connect(), new Reach.Threads(threads, stop));
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public String settingsKey() {
        return HttpSettings.key(settings.name());
    }

    /** By contract, not by what a SIM may do. */
    @Override
    public String usualPace() {
        return "20/s";
    }

    /** None. */
    @Override
    public int usualDailyCap() {
        return Integer.MAX_VALUE;
    }

    @Override
    public int window() {
        return settings.mapping().send().limits().window();
    }

    /** What comes in comes by the webhook, which every node answers: {@link HttpLines}. */
    @Override
    public void start(Intake intake) {
        reach.start();
    }

    @Override
    public SendOutcome send(Submission sms) {
        if (stop.getCount() == 0) {
            return failed(Result.RETRY, "stopped");
        }
        TextForm.Shaped shaped;
        try {
            shaped = settings.mapping().text().shape(sms.text());
        } catch (IllegalArgumentException e) {
            return failed(Result.REFUSED, e.getMessage());
        }
        // One report, by the aggregator's id, tells of the whole text.
        return send(Values.of(settings, sms, shaped)).ofParts(shaped.parts(), 1);
    }

    private SendOutcome send(Map<Placeholder, String> values) {
        HttpRequest request;
        try {
            request = request(values);
        } catch (IllegalArgumentException e) {
            return failed(Result.REFUSED, "cannot be written as the mapping file says");
        }
        return send(request, values);
    }

    private SendOutcome send(HttpRequest request, Map<Placeholder, String> values) {
        if (reach.rests()) {
            return failed(Result.RETRY, "the aggregator asks for a slower pace");
        }
        SendMapping.Limits limits = settings.mapping().send().limits();
        Duration limit = limits.connect().plus(limits.answer());
        if (!reach.lets(limit)) {
            return failed(Result.RETRY, "the aggregator does not answer, another text tries it");
        }
        AnswerRules rules = settings.mapping().answers();
        try {
            Answered answer = transport.ask(request, limit);
            SendOutcome outcome = rules.outcome(answer, values);
            learn(answer, outcome);
            return outcome;
        } catch (SendBroken e) {
            if (e.handedOver()) {
                reach.unclear(e.getMessage());
                return rules.unknown(e.getMessage(), values);
            }
            reach.lost(e.getMessage());
            return failed(Result.RETRY, e.getMessage());
        }
    }

    private void learn(Answered answer, SendOutcome outcome) {
        int status = answer.status();
        boolean later = outcome.result() == Result.RETRY;
        Optional<Duration> wait = RetryAfter.of(answer);
        if (later && NOT_KNOWN.has(status)) {
            reach.refused(status);
        } else if (later && ELSEWHERE.has(status)) {
            reach.misled(status);
        } else if (later && SLOWER.has(status) && (status < BROKEN || wait.isPresent())) {
            reach.slower(wait);
        } else if (status >= BROKEN || outcome.result() == Result.UNKNOWN) {
            reach.unclear("the aggregator answers with status " + status);
        } else {
            reach.answered();
        }
    }

    private HttpRequest request(Map<Placeholder, String> values) {
        SendMapping send = settings.mapping().send();
        URI address = send.uri(values);
        String body = send.body(values);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(
                        send.method(),
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        send.headers(values).forEach(request::header);
        return request.build();
    }

    private static SendOutcome failed(Result result, String why) {
        return new SendOutcome(result, List.of(), why);
    }

    @Override
    public LineState state() {
        Reach.Shown shown = reach.shown();
        boolean sendable = shown.status() == LineState.Status.READY && !reach.rests();
        return new LineState(name(), shown.status(), shown.detail(), OptionalInt.empty(), 0, 0, sendable);
    }

    @Override
    public void askToStop() {
        stop.countDown();
    }

    @Override
    public void stop() {
        askToStop();
        transport.close();
        reach.join();
    }
}
