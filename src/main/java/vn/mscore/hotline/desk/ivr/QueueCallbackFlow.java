package vn.mscore.hotline.desk.ivr;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import vn.mscore.hotline.voice.Call;
import vn.mscore.hotline.voice.CallFlow;

/** Key 5 in the queue, or nobody there. */
@Singleton
public class QueueCallbackFlow implements CallFlow {
    private final Walk walk;
    private final KnownVoice voices;
    private final QueuePlace queue;

    /** Joined by CDI. */
    @Inject
    QueueCallbackFlow(Walk walk, KnownVoice voices, QueuePlace queue) {
        this.walk = walk;
        this.voices = voices;
        this.queue = queue;
    }

    @Override
    public String name() {
        return "queue-callback";
    }

    @Override
    public void run(Call call) {
        walk.walk(call, talk -> {
            voices.recall(talk);
            return queue.leave(talk);
        });
    }
}
