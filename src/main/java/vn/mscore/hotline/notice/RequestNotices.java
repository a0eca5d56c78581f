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
import vn.mscore.hotline.citizen.SubjectRequestDelayed;
import vn.mscore.hotline.shared.PhoneNumber;

/** Tells whoever asked about his own data that it takes longer, until when and why. */
@Singleton
public class RequestNotices implements DelayTexts {
    private static final Logger LOG = Logger.getLogger(RequestNotices.class.getName());
    private static final String DELAYED = "T66";

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

    void delayed(@Observes SubjectRequestDelayed fact) {
        Map<String, String> values = values(fact.number(), fact.due(), fact.cause());
        String text = letters.reason(DELAYED, fact.phone(), values);
        if (messenger.tell(fact.phone(), text, Purpose.OWN_TICKET).isEmpty()) {
            LOG.log(Level.WARNING, "data request {0}: the delay could not be texted, call him", fact.number());
        }
    }

    private static Map<String, String> values(String number, LocalDate due, String cause) {
        return Map.of("request", number, "due", Messenger.day(due), "cause", cause);
    }
}
