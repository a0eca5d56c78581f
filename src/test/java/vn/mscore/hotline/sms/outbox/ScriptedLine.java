package vn.mscore.hotline.sms.outbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.LineState;
import vn.mscore.hotline.sms.SmsLine;

/** A line that does as it is told and remembers what it was given. */
final class ScriptedLine implements SmsLine {
    final List<Submission> sent = Collections.synchronizedList(new ArrayList<>());
    volatile LineState.Status status = LineState.Status.READY;
    volatile int window = 1;
    volatile boolean countsFailedTries;
    volatile Function<Submission, SendOutcome> script = sms -> taken();

    private final String name;
    private final AtomicInteger reference = new AtomicInteger(250);

    ScriptedLine(String name) {
        this.name = name;
    }

    /** The network took it; references wrap at 256 as a modem's do. */
    SendOutcome taken() {
        return new SendOutcome(
                SendOutcome.Result.SENT, List.of(Integer.toString(reference.getAndIncrement() % 256)), "");
    }

    static SendOutcome outcome(SendOutcome.Result result, String... references) {
        return new SendOutcome(result, List.of(references), "+CMS ERROR: 500");
    }

    List<String> texts() {
        synchronized (sent) {
            return sent.stream().map(Submission::text).toList();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int window() {
        return window;
    }

    @Override
    public boolean countsFailedTries() {
        return countsFailedTries;
    }

    @Override
    public void start(Intake intake) {
        // receives nothing
    }

    @Override
    public SendOutcome send(Submission sms) {
        sent.add(sms);
        return script.apply(sms);
    }

    @Override
    public LineState state() {
        return new LineState(name, status, "", OptionalInt.empty(), 0, 0);
    }

    @Override
    public void stop() {
        status = LineState.Status.LOST;
    }
}
