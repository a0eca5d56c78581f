package vn.mscore.hotline.notice;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Supplier;
import vn.mscore.hotline.citizen.ContactPolicy.Purpose;
import vn.mscore.hotline.complaint.ApologyMade;
import vn.mscore.hotline.complaint.PetitionBooked;
import vn.mscore.hotline.complaint.PetitionNotAccepted;
import vn.mscore.hotline.complaint.PetitionReconsidered;
import vn.mscore.hotline.complaint.WorkCases.Reach;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.switchboard.Readout;
import vn.mscore.hotline.switchboard.Readouts;

/** Tells where and when a khiếu nại can be signed, and why it is not accepted; where no text arrives a person calls. */
@Singleton
public class PetitionNotices {
    private final Messenger messenger;
    private final AnswerLetters letters;
    private final Readouts readouts;

    /** Speaks through {@code messenger}. */
    @Inject
    PetitionNotices(Messenger messenger, AnswerLetters letters, Readouts readouts) {
        this.messenger = messenger;
        this.letters = letters;
        this.readouts = readouts;
    }

    void booked(@Observes PetitionBooked fact) {
        tell(fact.ticket(), fact.phone(), () -> {
            Map<String, String> values = Map.of(
                    "ticket", fact.ticket().digits(),
                    "office", messenger.name(fact.place(), fact.phone()),
                    "time", fact.at().toString(),
                    "date", Messenger.day(fact.on()));
            return messenger.render("T80", fact.phone(), values);
        });
    }

    void notAccepted(@Observes PetitionNotAccepted fact) {
        Map<String, String> values = Map.of("ticket", fact.ticket().digits(), "cause", fact.ground());
        tell(fact.ticket(), fact.phone(), () -> letters.reason("T81", fact.phone(), values));
    }

    void reconsidered(@Observes PetitionReconsidered fact) {
        Map<String, String> values = Map.of("ticket", fact.ticket().digits());
        tell(fact.ticket(), fact.phone(), () -> messenger.render("T85", fact.phone(), values));
    }

    /** The text of an apology goes to the number of the dossier; who complained by a telephone without texts hears it. */
    void apologised(@Observes ApologyMade fact) {
        if (letters.reach(fact.phone()) == Reach.CALL) {
            readouts.book(fact.phone(), new Readout(Readout.Kind.ANSWER, fact.ticket()));
        }
    }

    private void tell(TicketNumber ticket, PhoneNumber phone, Supplier<String> text) {
        switch (letters.reach(phone)) {
            case TEXT -> messenger.tell(phone, text.get(), Purpose.OWN_TICKET);
            case CALL -> readouts.book(phone, new Readout(Readout.Kind.ANSWER, ticket));
            case NONE -> {}
        }
    }
}
