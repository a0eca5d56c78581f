package vn.mscore.hotline.desk.text.command;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.citizen.CitizenLines.Question;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.SecretWords;
import vn.mscore.hotline.desk.CitizenProof;
import vn.mscore.hotline.desk.Phrases;
import vn.mscore.hotline.desk.text.Caller;
import vn.mscore.hotline.desk.text.Order;
import vn.mscore.hotline.desk.text.Reply;
import vn.mscore.hotline.desk.text.WatchWords;
import vn.mscore.hotline.desk.text.WordsKept;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.score.RecordScore;
import vn.mscore.hotline.score.RecordScore.Channel;
import vn.mscore.hotline.score.RecordScore.NewScore;
import vn.mscore.hotline.score.RecordScore.Outcome;
import vn.mscore.hotline.score.RecordScore.Proof;

/** Takes a mark for one dossier, thanks, and asks why when it is low. */
@Singleton
class ScoreTaking {
    private static final int LOW = 5;
    private static final Duration OPEN = Duration.ofHours(72);

    private final RecordScore scores;
    private final CitizenProof proof;
    private final CitizenLines lines;
    private final Speech speech;

    @Inject
    ScoreTaking(RecordScore scores, CitizenProof proof, CitizenLines lines, Speech speech) {
        this.scores = scores;
        this.proof = proof;
        this.lines = lines;
        this.speech = speech;
    }

    /** What becomes of words, ours and theirs. */
    @Singleton
    static class Speech {
        private final Phrases phrases;
        private final WatchWords watch;
        private final WordsKept words;
        private final SecretWords secret;

        @Inject
        Speech(Phrases phrases, WatchWords watch, WordsKept words, SecretWords secret) {
            this.secret = secret;
            this.phrases = phrases;
            this.watch = watch;
            this.words = words;
        }
    }

    /** Takes the number of {@code order} as a mark for {@code code}; its words stay with the mark. */
    Reply take(Order order, DossierCode code, Channel channel, Caller caller) {
        int points = order.number().orElse(0);
        if (points < 1) {
            refused(order.about(code), caller);
            return caller.reply("T59", Map.of("code", code.value()));
        }
        Proof tie =
                switch (proof.of(caller.phone(), code, order.pin())) {
                    case REGISTERED_PHONE -> Proof.REGISTERED_PHONE;
                    case PIN -> Proof.PIN;
                    case NONE -> Proof.NONE;
                };
        Outcome outcome = scores.record(new NewScore(caller.phone(), code, points, channel, tie));
        keep(order, code, outcome, caller);
        if (outcome.refused().isPresent()) {
            return caller.reply(outcome.refused().get().code().equals("score.range") ? "T14" : "T57");
        }
        return thanks(points, code, outcome.replaced(), caller);
    }

    /** Words beside a mark: kept with it, to the secret lane when they hint at money, and never lost with a refused mark. */
    private void keep(Order order, DossierCode code, Outcome outcome, Caller caller) {
        String words = order.words();
        if (words.isBlank()) {
            return;
        }
        boolean refused = outcome.refused().isPresent();
        if (!refused) {
            scores.comment(caller.phone(), code, words);
        }
        if (refused) {
            refused(order.about(code), caller);
        } else if (isSerious(words)) {
            speech.words.keep(ComplaintKind.UNCLASSIFIED, order.about(code), caller);
        }
    }

    private boolean isSerious(String words) {
        return speech.watch.isSuspicion(words) || speech.secret.areIn(words);
    }

    /** Keeps the words beside a mark that was not taken, unless they only praise. */
    void refused(Order order, Caller caller) {
        if (order.words().strip().contains(" ") && !speech.watch.isThanks(order.words())) {
            speech.words.keep(ComplaintKind.UNCLASSIFIED, order, caller);
        }
    }

    private Reply thanks(int points, DossierCode code, boolean again, Caller caller) {
        Map<String, String> number = Map.of("points", Integer.toString(points));
        String kind = again ? "again" : "new";
        if (points > LOW) {
            String mark = speech.phrases.word("mark." + kind, caller.language(), number);
            return caller.reply("T12", Map.of("mark", mark, "code", code.value()));
        }
        lines.ask(caller.phone(), new Question(Question.Kind.LOW_SCORE_REASON, code.value()), OPEN);
        return caller.reply("T13", Map.of("mark", speech.phrases.word("low." + kind, caller.language(), number)));
    }
}
