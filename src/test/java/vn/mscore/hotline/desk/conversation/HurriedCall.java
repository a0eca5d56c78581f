package vn.mscore.hotline.desk.conversation;

import java.time.Duration;
import vn.mscore.hotline.voice.Call;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.Entry;
import vn.mscore.hotline.voice.Exit;
import vn.mscore.hotline.voice.Keys;
import vn.mscore.hotline.voice.Recorded;
import vn.mscore.hotline.voice.RecordingOrder;
import vn.mscore.hotline.voice.Speech;

/** A real call that began as a conversation says, and in which nobody waits long: for keys, for silence, for the end of words. */
final class HurriedCall implements Call {
    /** How long words may be. */
    static final Duration LONGEST = Duration.ofSeconds(5);

    /** How much silence ends them. */
    static final Duration SILENCE = Duration.ofSeconds(2);

    private static final Duration FIRST = Duration.ofSeconds(3);
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private final Call call;
    private final CallStart start;

    HurriedCall(Call call, CallStart start) {
        this.call = call;
        this.start = start;
    }

    @Override
    public CallStart start() {
        return start;
    }

    @Override
    public void say(Speech speech) {
        call.say(speech);
    }

    @Override
    public void tell(Speech speech) {
        call.tell(speech);
    }

    @Override
    public Keys ask(Speech question, Entry entry) {
        return call.ask(
                question, new Entry(entry.most(), shorter(entry.first(), FIRST), shorter(entry.between(), BETWEEN)));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public boolean hasKeys() {
        return call.hasKeys();
    }

    @Override
    public Recorded record(RecordingOrder order) {
        return call.record(new RecordingOrder(order.purpose(), order.secret(), LONGEST, SILENCE, order.pack()));
    }

    @Override
    public void inSecret(boolean secret) {
        call.inSecret(secret);
    }

    @Override
    public void leave(Exit verdict) {
        call.leave(verdict);
    }
}
