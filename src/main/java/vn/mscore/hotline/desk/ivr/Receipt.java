package vn.mscore.hotline.desk.ivr;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.mscore.hotline.complaint.RegisterComplaint.Registered;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.PhoneNumber;

/** DOC_MA_PHIEU: says the number of a ticket in pairs, twice. */
@Singleton
class Receipt {
    private final TextBack texts;
    private final InTransaction transaction;

    @Inject
    Receipt(TextBack texts, InTransaction transaction) {
        this.texts = texts;
        this.transaction = transaction;
    }

    /** The number and the day of the answer, then {@code next}; of a ticket that fell into the sealed lane what is said there. */
    Step of(Registered registered, Step next) {
        return registered.secret()
                ? sealed(registered, next)
                : said(talk -> isTexted(talk) ? "doc-ma-phieu" : "doc-ma-phieu-khong-tin", registered, next);
    }

    /** Whether a text tells the number of an open ticket too. */
    static boolean isTexted(Dialogue talk) {
        return talk.caller().filter(PhoneNumber::isVietnameseMobile).isPresent();
    }

    /** Of a khiếu nại no answer is promised, only guidance. */
    Step ofKhieuNai(Registered registered, Step next) {
        return said(talk -> "doc-ma-khieu-nai", registered, next);
    }

    /** Who asked for a person goes on to him: nobody tells him to hang up, and his topic stays. */
    private static Step said(Function<Dialogue, String> prompt, Registered registered, Step next) {
        return talk -> {
            Said code = new Said(prompt.apply(talk), values(registered));
            if (next != Step.END) {
                return Question.of(List.of(code)).once(next);
            }
            talk.isAt(Place.MAIN);
            return Question.of(List.of(code, Said.of("nghe-lai-ma"))).once(next);
        };
    }

    private static Map<String, String> values(Registered registered) {
        return Map.of(
                "ma", registered.ticket().digits(), "ngay", registered.due().toString());
    }

    /** The number alone, then {@code next}; a text only when the caller wants one, for others may read that telephone. */
    Step sealed(Registered registered, Step next) {
        Step question = Question.of(List.of(
                        new Said("doc-ma-kin", Map.of("ma", registered.ticket().digits()))))
                .on("1", talk -> {
                    consent(talk, registered);
                    return next;
                })
                .once(next);
        return talk -> {
            talk.confides(true);
            return question;
        };
    }

    private void consent(Dialogue talk, Registered registered) {
        boolean sent = talk.caller()
                .map(phone -> transaction.call(() -> texts.send(
                        phone, "T21", Map.of("ticket", registered.ticket().digits()))))
                .orElse(false);
        talk.say(Said.of(sent ? "kin-dong-y" : "khong-gui-tin"));
    }
}
