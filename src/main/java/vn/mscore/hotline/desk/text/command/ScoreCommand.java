package vn.mscore.hotline.desk.text.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.citizen.CitizenLines.Question;
import vn.mscore.hotline.desk.CitizenProof;
import vn.mscore.hotline.desk.CitizenProof.Tie;
import vn.mscore.hotline.desk.EnumerationAlarm;
import vn.mscore.hotline.desk.LookupGate;
import vn.mscore.hotline.desk.WhichDossier;
import vn.mscore.hotline.desk.text.Caller;
import vn.mscore.hotline.desk.text.Order;
import vn.mscore.hotline.desk.text.Reply;
import vn.mscore.hotline.desk.text.TextCommand;
import vn.mscore.hotline.desk.text.Verb;
import vn.mscore.hotline.dossier.CodeReading;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.score.RecordScore;
import vn.mscore.hotline.score.RecordScore.Channel;

/** A mark from 1 to 10, with the dossier's code or without it when only one can be meant. */
@Singleton
class ScoreCommand implements TextCommand {
    private static final int RECENT_DAYS = 30;

    private final DossierLookup dossiers;
    private final WhichDossier which;
    private final ScoreTaking taking;
    private final Asking asking;
    private final Strangers strangers;

    @Inject
    ScoreCommand(DossierLookup dossiers, WhichDossier which, ScoreTaking taking, Asking asking, Strangers strangers) {
        this.strangers = strangers;
        this.dossiers = dossiers;
        this.which = which;
        this.taking = taking;
        this.asking = asking;
    }

    /** A mark for a dossier of somebody else tells whether there is one, as a look-up does, and counts as one. */
    @Singleton
    static class Strangers {
        private final CitizenProof proof;
        private final LookupGate gate;
        private final EnumerationAlarm alarm;

        @Inject
        Strangers(CitizenProof proof, LookupGate gate, EnumerationAlarm alarm) {
            this.proof = proof;
            this.gate = gate;
            this.alarm = alarm;
        }

        private boolean mayAsk(Order order, List<DossierCode> meant, Caller caller) {
            boolean own = meant.stream()
                    .anyMatch(code -> proof.of(caller.phone(), code, Optional.empty()) == Tie.REGISTERED_PHONE);
            if (own || order.code().isEmpty()) {
                return true;
            }
            order.code().flatMap(CodeReading::code).ifPresent(alarm::note);
            return gate.countsAlso(caller.phone());
        }
    }

    /** What is asked back. */
    @Singleton
    static class Asking {
        private final RecordScore scores;
        private final ChoiceList choices;
        private final CitizenLines lines;

        @Inject
        Asking(RecordScore scores, ChoiceList choices, CitizenLines lines) {
            this.scores = scores;
            this.choices = choices;
            this.lines = lines;
        }
    }

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.SCORE);
    }

    @Override
    public Reply carryOut(Order order, Caller caller) {
        boolean outOfRange = order.number().isPresent() && order.number().getAsInt() < 1;
        if (outOfRange) {
            taking.refused(order, caller);
            return caller.reply("T14");
        }
        if (order.number().isEmpty() && order.code().isEmpty()) {
            return caller.reply("T14");
        }
        List<DossierCode> meant =
                order.code().map(read -> which.find(read, caller.phone())).orElseGet(() -> unscored(caller));
        if (!strangers.mayAsk(order, meant, caller) || meant.isEmpty()) {
            return notPossible(order, caller);
        }
        if (meant.size() > 1) {
            return choose(order, meant, caller);
        }
        return order.number().isPresent()
                ? taking.take(order, meant.get(0), Channel.SMS, caller)
                : askForMark(order, meant.get(0), caller);
    }

    private Reply choose(Order order, List<DossierCode> meant, Caller caller) {
        taking.refused(order, caller);
        if (order.number().isEmpty()) {
            return caller.reply("T14");
        }
        return asking.choices.toScore(meant, order.number().getAsInt(), caller);
    }

    private List<DossierCode> unscored(Caller caller) {
        return dossiers.returnedRecently(caller.phone(), RECENT_DAYS).stream()
                .filter(code -> !asking.scores.hasScored(caller.phone(), code))
                .toList();
    }

    private Reply askForMark(Order order, DossierCode code, Caller caller) {
        taking.refused(order, caller);
        asking.lines.ask(caller.phone(), new Question(Question.Kind.SCORE_POINTS, code.value()), Duration.ofHours(72));
        return caller.reply("T59", Map.of("code", code.value()));
    }

    /** Unknown codes are refused with the sentence of those that cannot be scored now (row 25). */
    private Reply notPossible(Order order, Caller caller) {
        taking.refused(order, caller);
        return caller.reply(order.code().isPresent() ? "T57" : "T14");
    }
}
