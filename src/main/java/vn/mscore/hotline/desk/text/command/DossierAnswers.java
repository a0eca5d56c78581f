package vn.mscore.hotline.desk.text.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.citizen.CitizenLines.Question;
import vn.mscore.hotline.desk.CitizenProof;
import vn.mscore.hotline.desk.EnumerationAlarm;
import vn.mscore.hotline.desk.StandingWords;
import vn.mscore.hotline.desk.WhichDossier;
import vn.mscore.hotline.desk.text.Caller;
import vn.mscore.hotline.desk.text.Order;
import vn.mscore.hotline.desk.text.Reply;
import vn.mscore.hotline.desk.text.Verb;
import vn.mscore.hotline.dossier.CodeReading;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.dossier.Standing;

/** Answers look-ups that the gate let through. */
@Singleton
class DossierAnswers {
    private static final int MOST_OWN = 9;

    private final DossierLookup dossiers;
    private final WhichDossier which;
    private final Disclosure disclosure;
    private final Wordings wordings;

    @Inject
    DossierAnswers(DossierLookup dossiers, WhichDossier which, Disclosure disclosure, Wordings wordings) {
        this.dossiers = dossiers;
        this.which = which;
        this.disclosure = disclosure;
        this.wordings = wordings;
    }

    /** How much a caller may see. */
    @Singleton
    static class Disclosure {
        private final CitizenProof proof;
        private final EnumerationAlarm alarm;

        @Inject
        Disclosure(CitizenProof proof, EnumerationAlarm alarm) {
            this.proof = proof;
            this.alarm = alarm;
        }

        boolean isApplicant(Caller caller, DossierCode code, Optional<String> pin) {
            boolean applicant = proof.of(caller.phone(), code, pin) != CitizenProof.Tie.NONE;
            if (!applicant) {
                alarm.note(code);
            }
            return applicant;
        }

        void stranger(DossierCode code) {
            alarm.note(code);
        }
    }

    /** How it is said. */
    @Singleton
    static class Wordings {
        private final StandingWords standing;
        private final ChoiceList choices;
        private final CitizenLines lines;

        Reply of(Standing found, Caller caller) {
            StandingWords.Text text = standing.of(found, caller.language(), caller.today());
            return caller.reply(text.template(), text.values());
        }

        @Inject
        Wordings(StandingWords standing, ChoiceList choices, CitizenLines lines) {
            this.standing = standing;
            this.choices = choices;
            this.lines = lines;
        }
    }

    /** The whole codes of these orders are asked for next. */
    void foresee(List<Order> orders) {
        dossiers.foresee(orders.stream()
                .map(DossierAnswers::whole)
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<DossierCode> whole(Order order) {
        return order.code().filter(read -> read.flaw().isEmpty()).flatMap(CodeReading::code);
    }

    /** Answers a look-up or the wish for all own dossiers. */
    Reply answer(Order order, Caller caller) {
        if (order.verb() == Verb.LIST_OWN) {
            return own(dossiers.ofPhone(caller.phone(), MOST_OWN), caller);
        }
        Optional<DossierCode> whole = whole(order);
        if (whole.isPresent()) {
            return dossiers.anyone(whole.get())
                    .map(known -> wordings.of(seen(known, order.pin(), caller), caller))
                    .orElseGet(() -> notFound(order, caller));
        }
        List<DossierCode> found =
                order.code().map(read -> which.find(read, caller.phone())).orElse(List.of());
        if (found.size() > 1) {
            return own(
                    found.stream()
                            .map(dossiers::applicant)
                            .flatMap(Optional::stream)
                            .toList(),
                    caller);
        }
        return found.isEmpty() ? notFound(order, caller) : about(found.get(0), order.pin(), caller);
    }

    /** Answers about one dossier, at the level the caller has proved. */
    Reply about(DossierCode code, Optional<String> pin, Caller caller) {
        return seen(code, pin, caller)
                .map(standing -> wordings.of(standing, caller))
                .orElseGet(() -> caller.reply("T08", Map.of("code", code.value())));
    }

    private Standing seen(Standing known, Optional<String> pin, Caller caller) {
        return disclosure.isApplicant(caller, known.code(), pin)
                ? dossiers.applicant(known.code()).orElse(known)
                : known;
    }

    private Optional<Standing> seen(DossierCode code, Optional<String> pin, Caller caller) {
        return disclosure.isApplicant(caller, code, pin) ? dossiers.applicant(code) : dossiers.anyone(code);
    }

    private Reply own(List<Standing> own, Caller caller) {
        return own.isEmpty() ? caller.reply("T09") : oneOrList(own, caller);
    }

    private Reply oneOrList(List<Standing> own, Caller caller) {
        return own.size() == 1 ? wordings.of(own.get(0), caller) : wordings.choices.toLookUp(own, caller);
    }

    private Reply notFound(Order order, Caller caller) {
        Optional<DossierCode> read = order.code().flatMap(CodeReading::code);
        read.ifPresent(disclosure::stranger);
        String typed = read.map(DossierCode::value).orElse(order.typed());
        Optional<DossierCode> meant =
                dossiers.didYouMean(caller.phone(), typed).filter(code -> !Objects.equals(read.orElse(null), code));
        if (meant.isPresent()) {
            Question question =
                    new Question(Question.Kind.DID_YOU_MEAN, meant.get().value());
            wordings.lines.ask(caller.phone(), question, Duration.ofHours(72));
            return caller.reply("T28", Map.of("code", meant.get().value()));
        }
        return read.map(code -> caller.reply("T08", Map.of("code", code.value())))
                .orElseGet(() -> caller.reply("T09"));
    }
}
