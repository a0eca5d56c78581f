package vn.mscore.hotline.notice;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.citizen.ContactPolicy.Purpose;
import vn.mscore.hotline.citizen.DelayTexts;
import vn.mscore.hotline.citizen.SubjectDesk.Outcome;
import vn.mscore.hotline.citizen.SubjectRequestDelayed;
import vn.mscore.hotline.citizen.SubjectRequestEnded;
import vn.mscore.hotline.citizen.SubjectRequestEntered;
import vn.mscore.hotline.citizen.SubjectRequests.Opened;
import vn.mscore.hotline.shared.PhoneNumber;

/** Tells whoever asked about his own data that it was written down, that it takes longer and why, and what came of it. */
@Singleton
public class RequestNotices implements DelayTexts {
    private static final Logger LOG = Logger.getLogger(RequestNotices.class.getName());
    private static final String OPENED = "T42";
    private static final String DELAYED = "T66";
    private static final String REFUSED = "T70";
    private static final Map<Outcome, String> DONE =
            Map.of(Outcome.EXPORTED, "T67", Outcome.ERASED, "T68", Outcome.ANSWERED, "T69");

    private final Messenger messenger;
    private final AnswerLetters letters;

    /** Speaks through {@code messenger}. */
    @Inject
    RequestNotices(Messenger messenger, AnswerLetters letters) {
        this.messenger = messenger;
        this.letters = letters;
    }

    @Override
    public boolean fits(String number, PhoneNumber phone, String cause) {
        return letters.fits(DELAYED, phone, values(number, LocalDate.EPOCH, cause));
    }

    @Override
    public boolean fitsRefusal(String number, PhoneNumber phone, String cause) {
        return letters.fits(REFUSED, phone, Map.of("request", number, "cause", cause));
    }

    void entered(@Observes SubjectRequestEntered fact) {
        Opened opened = fact.opened();
        Map<String, String> values = Map.of(
                "request", opened.number(),
                "acknowledge", Messenger.day(opened.acknowledgeBy()),
                "due", Messenger.day(opened.completeBy()));
        tell(opened.number(), fact.phone(), messenger.render(OPENED, fact.phone(), values));
    }

    void delayed(@Observes SubjectRequestDelayed fact) {
        Map<String, String> values = values(fact.number(), fact.due(), fact.cause());
        tell(fact.number(), fact.phone(), letters.reason(DELAYED, fact.phone(), values));
    }

    void ended(@Observes SubjectRequestEnded fact) {
        String text = fact.outcome() == Outcome.REFUSED
                ? letters.reason(REFUSED, fact.phone(), Map.of("request", fact.number(), "cause", fact.cause()))
                : messenger.render(
                        DONE.get(fact.outcome()),
                        fact.phone(),
                        Map.of("request", fact.number(), "date", Messenger.day(fact.on())));
        tell(fact.number(), fact.phone(), text);
    }

    private void tell(String number, PhoneNumber phone, String text) {
        if (messenger.tell(phone, text, Purpose.OWN_TICKET).isEmpty()) {
            LOG.log(Level.WARNING, "data request {0}: its owner could not be texted, call him", number);
        }
    }

    private static Map<String, String> values(String number, LocalDate due, String cause) {
        return Map.of("request", number, "due", Messenger.day(due), "cause", cause);
    }
}
