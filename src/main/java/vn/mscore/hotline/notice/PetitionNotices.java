package vn.mscore.hotline.notice;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import vn.mscore.hotline.citizen.ContactPolicy.Purpose;
import vn.mscore.hotline.complaint.PetitionBooked;
import vn.mscore.hotline.complaint.PetitionNotAccepted;

/** Tells where and when a khiếu nại can be signed, and why it is not accepted. */
@Singleton
public class PetitionNotices {
    private final Messenger messenger;
    private final AnswerLetters letters;

    /** Speaks through {@code messenger}. */
    @Inject
    PetitionNotices(Messenger messenger, AnswerLetters letters) {
        this.messenger = messenger;
        this.letters = letters;
    }

    void booked(@Observes PetitionBooked fact) {
        Map<String, String> values = Map.of(
                "ticket", fact.ticket().digits(),
                "office", messenger.name(fact.place(), fact.phone()),
                "time", fact.at().toString(),
                "date", Messenger.day(fact.on()));
        messenger.tell(fact.phone(), messenger.render("T80", fact.phone(), values), Purpose.OWN_TICKET);
    }

    void notAccepted(@Observes PetitionNotAccepted fact) {
        Map<String, String> values = Map.of("ticket", fact.ticket().digits(), "cause", fact.ground());
        messenger.tell(fact.phone(), letters.reason("T81", fact.phone(), values), Purpose.OWN_TICKET);
    }
}
