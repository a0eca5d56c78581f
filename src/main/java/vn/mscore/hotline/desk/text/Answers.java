package vn.mscore.hotline.desk.text;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import vn.mscore.hotline.sms.OutgoingSms;
import vn.mscore.hotline.sms.SmsOutbox;
import vn.mscore.hotline.wording.SmsTemplates;

/** Puts answers into words and hands them to the outbox, which may still refuse to send them. */
@Singleton
public class Answers {
    private final SmsTemplates templates;
    private final SmsOutbox outbox;

    /** Speaks by {@code templates}, sends by {@code outbox}. */
    @Inject
    public Answers(SmsTemplates templates, SmsOutbox outbox) {
        this.templates = templates;
        this.outbox = outbox;
    }

    /** Answers the caller, by the line the message came in by. */
    public void send(Reply reply, Caller caller) {
        reply.template()
                .map(name -> templates.render(name, reply.language(), reply.values()))
                .ifPresent(text -> outbox.put(OutgoingSms.answer(caller.sms(), caller.phone(), text)));
    }

    /** Whether a text is one of ours coming back (row 32). */
    boolean isOurs(String text) {
        return templates.isOurs(text);
    }
}
