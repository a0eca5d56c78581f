package vn.mscore.hotline.desk.text;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import vn.mscore.hotline.sms.IncomingSms;
import vn.mscore.hotline.sms.OutgoingSms;
import vn.mscore.hotline.sms.SmsOutbox;
import vn.mscore.hotline.sms.Unanswered;
import vn.mscore.hotline.wording.SmsTemplates;

/** Puts answers into words and hands them to the outbox, which may still refuse to send them. */
@Singleton
public class Answers {
    private final SmsTemplates templates;
    private final SmsOutbox outbox;
    private final Unanswered unanswered;

    /** Speaks by {@code templates}, sends by {@code outbox}, and tells {@code unanswered} where it is silent. */
    @Inject
    public Answers(SmsTemplates templates, SmsOutbox outbox, Unanswered unanswered) {
        this.templates = templates;
        this.outbox = outbox;
        this.unanswered = unanswered;
    }

    /** Answers the caller, by the line the message came in by. */
    public void send(Reply reply, Caller caller) {
        reply.template()
                .map(name -> templates.render(name, reply.language(), reply.values()))
                .ifPresent(text -> outbox.put(OutgoingSms.answer(caller.sms(), caller.phone(), text)));
        reply.silence().ifPresent(why -> silent(caller.sms(), why));
    }

    /** These messages are answered next, see {@link SmsOutbox#foresee}. */
    public void foresee(List<IncomingSms> messages) {
        outbox.foresee(messages);
    }

    /** Gives no answer, for a reason with a code. */
    void silent(IncomingSms sms, String why) {
        unanswered.because(sms.id(), why);
    }

    /** Whether a text is one of ours coming back (row 32). */
    boolean isOurs(String text) {
        return templates.isOurs(text);
    }
}
