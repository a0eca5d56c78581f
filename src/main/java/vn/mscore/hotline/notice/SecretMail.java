package vn.mscore.hotline.notice;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import vn.mscore.hotline.complaint.ComplaintConcealed;
import vn.mscore.hotline.sms.SecretMessages;

/** Takes the text messages of a sealed ticket out of everybody's sight with it, in the same transaction. */
@Singleton
public class SecretMail {
    private final SecretMessages messages;

    /** Hides in {@code messages}. */
    @Inject
    SecretMail(SecretMessages messages) {
        this.messages = messages;
    }

    void concealed(@Observes ComplaintConcealed fact) {
        fact.sources().stream()
                .flatMap(source -> SmsSource.parse(source).stream())
                .forEach(source -> messages.conceal(source.inboxId()));
    }
}
