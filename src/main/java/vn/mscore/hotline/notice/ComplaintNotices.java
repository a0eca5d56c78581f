package vn.mscore.hotline.notice;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.citizen.CitizenLines.Question;
import vn.mscore.hotline.citizen.ContactPolicy.Purpose;
import vn.mscore.hotline.complaint.CaseClock.Step;
import vn.mscore.hotline.complaint.CaseTouched;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintMoved;
import vn.mscore.hotline.complaint.ComplaintRegistered;
import vn.mscore.hotline.complaint.ComplaintStatus;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.UnitName;
import vn.mscore.hotline.switchboard.Readout;
import vn.mscore.hotline.switchboard.Readouts;

/**
 * The receipt of a ticket and what becomes of it. Of a secret one nothing but the neutral receipt is ever sent: somebody
 * else may read that phone (security R6).
 */
@Singleton
public class ComplaintNotices {
    private static final Set<String> READ_NO_MORE =
            Set.of("satisfied", "unsatisfied", "satisfied-told", "unsatisfied-told", "reopen", "withdraw", "close");

    private final Messenger messenger;
    private final AnswerLetters letters;
    private final ComplaintStatus status;
    private final Readouts readouts;
    private final Clock clock;

    /** Speaks through {@code messenger}, and where no text arrives through a person who calls. */
    @Inject
    ComplaintNotices(
            Messenger messenger, AnswerLetters letters, ComplaintStatus status, Readouts readouts, Clock clock) {
        this.readouts = readouts;
        this.status = status;
        this.messenger = messenger;
        this.letters = letters;
        this.clock = clock;
    }

    void registered(@Observes ComplaintRegistered fact) {
        fact.phone().filter(phone -> !keptQuiet(fact)).ifPresent(phone -> receipt(fact, phone));
    }

    /** A sealed report made on the telephone is told its number there; a text needs the caller's word (DOC_MA_KIN). */
    private static boolean keptQuiet(ComplaintRegistered fact) {
        return fact.secret() && isCall(fact.source());
    }

    private static boolean isCall(String source) {
        return source.startsWith("call:") || source.startsWith("recording:");
    }

    private void receipt(ComplaintRegistered fact, PhoneNumber phone) {
        String ticket = fact.ticket().digits();
        String text =
                messenger.render(template(fact), phone, Map.of("ticket", ticket, "due", Messenger.day(fact.due())));
        SmsSource.parse(fact.source())
                .ifPresentOrElse(source -> messenger.answer(phone, text, source), () -> other(fact, phone, text));
        if (!fact.secret() && fact.kind() == ComplaintKind.SUGGESTION_OR_COMPLAINT) {
            messenger.ask(phone, new Question(Question.Kind.KN_KIND, ticket), clock.instant());
        }
    }

    /** A caller waits for the receipt that was just promised; the telephone of others rings at a decent hour. */
    private void other(ComplaintRegistered fact, PhoneNumber phone, String text) {
        if (!isCall(fact.source())) {
            messenger.tell(phone, text, Purpose.OWN_TICKET);
        } else if (phone.isVietnameseMobile()) {
            messenger.sayNow(phone, text);
        }
    }

    private static String template(ComplaintRegistered fact) {
        if (fact.secret()) {
            return "T21";
        }
        return switch (fact.kind()) {
            case SUGGESTION_OR_COMPLAINT -> "T19";
            case COMPLAINT -> "T20";
            case DENUNCIATION -> "T21";
            case SUGGESTION -> "T56";
            case FEEDBACK, UNCLASSIFIED -> "T15";
        };
    }

    /** What the citizen has judged, or nobody answers any more, nobody reads to him. */
    void touched(@Observes CaseTouched fact) {
        if (!fact.secret() && READ_NO_MORE.contains(fact.deed())) {
            readouts.end(fact.ticket());
        }
    }

    void moved(@Observes ComplaintMoved fact) {
        Optional<PhoneNumber> told = fact.phone().filter(phone -> !fact.secret());
        told.ifPresent(phone -> {
            switch (letters.reach(phone)) {
                case TEXT -> text(fact, phone);
                case CALL -> readout(fact).ifPresent(kind -> readouts.book(phone, new Readout(kind, fact.ticket())));
                case NONE -> {}
            }
        });
    }

    private void text(ComplaintMoved fact, PhoneNumber phone) {
        switch (fact.move()) {
            case ROUTED -> sent(fact, phone);
            case ANSWERED -> answered("T17", fact, phone);
            case REOPENED -> messenger.sayNow(phone, messenger.render(reopened(fact), phone, values(fact)));
            case ASKED -> ask(status.mayReopen(fact.ticket()) ? "T62" : "T71", fact, phone);
            case REFUSED, EXTENDED, INFORMED -> explained(fact, phone);
            case PASSED_OUTSIDE -> tell("T48", fact, phone);
            case WITHDRAWN -> tell("T49", fact, phone);
            case ANSWERED_TOGETHER -> together(fact, phone);
        }
    }

    /** A person calls with what is owed to the citizen: the answer, the end without one, a later day, the question whether it is done. */
    private Optional<Readout.Kind> readout(ComplaintMoved fact) {
        return switch (fact.move()) {
            case ANSWERED, REFUSED, PASSED_OUTSIDE, EXTENDED -> Optional.of(Readout.Kind.ANSWER);
            case ANSWERED_TOGETHER -> Optional.of(Readout.Kind.ANSWER).filter(kind -> status.mayJudge(fact.ticket()));
            case ASKED -> Optional.of(Readout.Kind.WHETHER_DONE);
            case ROUTED, REOPENED, WITHDRAWN, INFORMED -> Optional.empty();
        };
    }

    /** Who has more than one of them is asked once. */
    private void together(ComplaintMoved fact, PhoneNumber phone) {
        if (status.mayJudge(fact.ticket())) {
            answered("T74", fact, phone);
        } else {
            answerItself(fact, phone);
            tell("T65", fact, phone);
        }
    }

    /** Nobody is above the desk: then it is not said that somebody was asked. */
    private static String reopened(ComplaintMoved fact) {
        return fact.unit().isPresent() ? "T18" : "T72";
    }

    private void tell(String template, ComplaintMoved fact, PhoneNumber phone) {
        messenger.tell(phone, messenger.render(template, phone, values(fact)), Purpose.OWN_TICKET);
    }

    private void explained(ComplaintMoved fact, PhoneNumber phone) {
        String template = AnswerLetters.REASONS.get(fact.move());
        messenger.tell(phone, letters.reason(template, phone, values(fact)), Purpose.OWN_TICKET);
    }

    private void answerItself(ComplaintMoved fact, PhoneNumber phone) {
        fact.words()
                .map(words -> letters.of(fact.ticket(), phone, words.text()))
                .ifPresent(text -> messenger.tell(phone, text, Purpose.OWN_TICKET));
    }

    /** Whose signed paper is waited for is promised no answer (R10): the day of the case is his own. */
    private void sent(ComplaintMoved fact, PhoneNumber phone) {
        boolean paper = status.of(fact.ticket(), phone)
                .flatMap(ComplaintStatus.View::petition)
                .filter(Step.PETITION_PAPER::equals)
                .isPresent();
        if (paper) {
            tell("T78", fact, phone);
        } else {
            messenger.tell(phone, routed(fact, phone), Purpose.OWN_TICKET);
        }
    }

    private String routed(ComplaintMoved fact, PhoneNumber phone) {
        String unit =
                fact.unit().map((UnitName name) -> messenger.name(name, phone)).orElse("");
        return messenger.render(
                "T16",
                phone,
                Map.of(
                        "ticket", fact.ticket().digits(),
                        "unit", unit,
                        "date", Messenger.day(fact.on()),
                        "due", Messenger.day(fact.due())));
    }

    private void answered(String template, ComplaintMoved fact, PhoneNumber phone) {
        answerItself(fact, phone);
        ask(template, fact, phone);
    }

    private void ask(String template, ComplaintMoved fact, PhoneNumber phone) {
        Question question = new Question(Question.Kind.SATISFIED, fact.ticket().digits());
        messenger
                .tell(phone, messenger.render(template, phone, values(fact)), Purpose.OWN_TICKET)
                .ifPresent(at -> status.verdictOpenFor(fact.ticket())
                        .ifPresentOrElse(
                                open -> messenger.ask(phone, question, open),
                                () -> messenger.ask(phone, question, at)));
    }

    private static Map<String, String> values(ComplaintMoved fact) {
        return Map.of(
                "ticket", fact.ticket().digits(),
                "due", Messenger.day(fact.due()),
                "cause", fact.words().map(ComplaintMoved.Words::text).orElse(""));
    }
}
