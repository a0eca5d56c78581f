package vn.mscore.hotline.desk.ivr;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.switchboard.Switchboard;
import vn.mscore.hotline.voice.Call;
import vn.mscore.hotline.voice.CallFlow;

/** Key 5 in the queue, or nobody there: an operator calls back in the order of the queue, also who hangs up here. */
@Singleton
public class QueueCallbackFlow implements CallFlow {
    private final Walk walk;
    private final KnownVoice voices;
    private final CallbackFlow numbers;
    private final Switchboard switchboard;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    QueueCallbackFlow(
            Walk walk, KnownVoice voices, CallbackFlow numbers, Switchboard switchboard, InTransaction transaction) {
        this.walk = walk;
        this.voices = voices;
        this.numbers = numbers;
        this.switchboard = switchboard;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "queue-callback";
    }

    @Override
    public void run(Call call) {
        walk.walk(call, talk -> {
            voices.recall(talk);
            transaction.run(() -> switchboard.cameOut(talk.callId()));
            talk.isAt(Place.CALLBACK);
            return numbers.begin(talk, this::book);
        });
    }

    /** The number that waited keeps its place; another one is called in its stead, after those who were promised before. */
    private Step book(PhoneNumber phone) {
        return talk -> {
            boolean waited = talk.caller().filter(phone::equals).isPresent();
            LocalDate day = transaction.call(() -> switchboard.callBack(talk.callId(), phone));
            talk.isAt(Place.MAIN);
            talk.say(waited ? Said.of("giu-cho") : Said.of("da-hen", "ngay", day.toString()));
            return Step.END;
        };
    }
}
