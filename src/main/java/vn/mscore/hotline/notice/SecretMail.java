package vn.mscore.hotline.notice;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import vn.mscore.hotline.complaint.ComplaintConcealed;
import vn.mscore.hotline.score.LowScores;
import vn.mscore.hotline.sms.SecretMessages;
import vn.mscore.hotline.switchboard.Readouts;

/** Takes text messages, words beside marks and what was to be read out out of everybody's sight with their sealed ticket, in the same transaction. */
@Singleton
public class SecretMail {
    private final SecretMessages messages;
    private final LowScores marks;
    private final Readouts readouts;

    /** Hides in {@code messages} and {@code marks}, forgets in {@code readouts}. */
    @Inject
    SecretMail(SecretMessages messages, LowScores marks, Readouts readouts) {
        this.readouts = readouts;
        this.messages = messages;
        this.marks = marks;
    }

    void concealed(@Observes ComplaintConcealed fact) {
        fact.sources().stream()
                .flatMap(source -> SmsSource.parse(source).stream())
                .forEach(source -> messages.conceal(source.inboxId()));
        readouts.forget(fact.ticket());
        fact.phone().ifPresent(phone -> marks.conceal(phone, fact.words()));
    }
}
