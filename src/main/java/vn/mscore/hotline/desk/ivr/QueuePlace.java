package vn.mscore.hotline.desk.ivr;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.switchboard.Switchboard;

/** Who does not wait in the queue any longer, or not at all, is called back in the order of the queue, also who hangs up here. */
@Singleton
class QueuePlace {
    private final CallbackFlow numbers;
    private final Switchboard switchboard;
    private final InTransaction transaction;

    @Inject
    QueuePlace(CallbackFlow numbers, Switchboard switchboard, InTransaction transaction) {
        this.numbers = numbers;
        this.switchboard = switchboard;
        this.transaction = transaction;
    }

    /** Asks for the number. */
    Step leave(Dialogue talk) {
        transaction.run(() -> switchboard.cameOut(talk.callId()));
        talk.isAt(Place.CALLBACK);
        return numbers.begin(talk, this::book);
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
