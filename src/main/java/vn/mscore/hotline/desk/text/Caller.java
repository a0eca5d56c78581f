package vn.mscore.hotline.desk.text;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.citizen.CitizenLines.OpenQuestion;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.IncomingSms;

/**
 * Who wrote, and how to speak to them.
 *
 * @param sms the message
 * @param phone its sender
 * @param language of our answer
 * @param today in Vietnam
 * @param open the question this number has not answered yet
 */
public record Caller(
        IncomingSms sms, PhoneNumber phone, Language language, LocalDate today, Optional<OpenQuestion> open) {
    /** Where words of this message came from: {@code sms:<inbox id>:<line>}, so that a receipt goes back the same way. */
    public String source() {
        return "sms:" + sms.id() + ":" + sms.line();
    }

    /** An answer without values. */
    public Reply reply(String template) {
        return reply(template, Map.of());
    }

    /** An answer. */
    public Reply reply(String template, Map<String, String> values) {
        return new Reply(Optional.of(template), values, language, Optional.empty());
    }

    /** The same, who answers {@code question}. */
    Caller asked(OpenQuestion question) {
        return new Caller(sms, phone, language, today, Optional.of(question));
    }

    /** An answer in another language. */
    public Caller speaking(Language other) {
        return new Caller(sms, phone, other, today, open);
    }
}
