package vn.mscore.hotline.voice.agi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import vn.mscore.hotline.voice.Call;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.Entry;
import vn.mscore.hotline.voice.Exit;
import vn.mscore.hotline.voice.Keys;
import vn.mscore.hotline.voice.Recorded;
import vn.mscore.hotline.voice.RecordingOrder;
import vn.mscore.hotline.voice.Speech;

/** A real call whose caller finds the way to a recording by heart, hearing nothing before it. */
final class ByHeart implements Call {
    private final Call call;
    private final Deque<String> keys;
    private final Runnable beforeTheBeep;
    private Recorded recorded;

    ByHeart(Call call, Runnable beforeTheBeep, String... keys) {
        this.call = call;
        this.beforeTheBeep = beforeTheBeep;
        this.keys = new ArrayDeque<>(List.of(keys));
    }

    /** What was recorded last. */
    Recorded recorded() {
        return recorded;
    }

    @Override
    public CallStart start() {
        return call.start();
    }

    @Override
    public void say(Speech speech) {
        if (recorded != null) {
            call.say(speech);
        }
    }

    @Override
    public void tell(Speech speech) {
        if (recorded != null) {
            call.tell(speech);
        }
    }

    @Override
    public Keys ask(Speech question, Entry entry) {
        return keys.isEmpty() ? call.ask(question, entry) : new Keys(keys.remove(), false);
    }

    @Override
    public boolean hasKeys() {
        return call.hasKeys();
    }

    @Override
    public Recorded record(RecordingOrder order) {
        beforeTheBeep.run();
        recorded = call.record(order);
        return recorded;
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
