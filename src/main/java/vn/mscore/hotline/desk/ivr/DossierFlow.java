package vn.mscore.hotline.desk.ivr;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.desk.CitizenProof.Tie;
import vn.mscore.hotline.desk.EnumerationAlarm;
import vn.mscore.hotline.desk.LookupGate.Gate;
import vn.mscore.hotline.desk.StandingWords;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.dossier.Standing;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.PhoneNumber;

/** 1 TRA CỨU: own dossiers by the number, others by their digits; more for the one who shows the PIN. */
@Singleton
class DossierFlow implements Branch {
    private static final int PIN_KEYS = 8;
    private static final int PIN_TRIES = 3;
    private static final String PIN = "[0-9]{4}";

    private final DossierLookup dossiers;
    private final CodeEntry codes;
    private final Disclosure disclosure;
    private final Texting texting;
    private final InTransaction transaction;

    @Inject
    DossierFlow(
            DossierLookup dossiers,
            CodeEntry codes,
            Disclosure disclosure,
            Texting texting,
            InTransaction transaction) {
        this.dossiers = dossiers;
        this.codes = codes;
        this.disclosure = disclosure;
        this.texting = texting;
        this.transaction = transaction;
    }

    /** How much a caller may hear. */
    @Singleton
    static class Disclosure {
        private final ShownNumber shown;
        private final EnumerationAlarm alarm;
        private final CodeEntry.Guard guard;

        @Inject
        Disclosure(ShownNumber shown, EnumerationAlarm alarm, CodeEntry.Guard guard) {
            this.shown = shown;
            this.alarm = alarm;
            this.guard = guard;
        }
    }

    /** How it goes out as a text. */
    @Singleton
    static class Texting {
        private final TextBack texts;
        private final StandingWords words;
        private final Clock clock;

        @Inject
        Texting(TextBack texts, StandingWords words, Clock clock) {
            this.texts = texts;
            this.words = words;
            this.clock = clock;
        }

        private boolean send(PhoneNumber phone, Standing standing) {
            StandingWords.Text text = words.of(standing, texts.language(phone), today());
            return texts.send(phone, text.template(), text.values());
        }

        private LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(7));
        }
    }

    @Override
    public Map<Place, Step> begins() {
        return Map.of(Place.DOSSIER, this::begin);
    }

    private record Own(Gate gate, List<DossierCode> codes) {}

    private Step begin(Dialogue talk) {
        Step other = codes.ask(this::prove, talk.to(Place.MAIN));
        if (talk.about().isPresent()) {
            return again(talk, talk.about().get());
        }
        Optional<PhoneNumber> known = disclosure.shown.believed(talk);
        if (known.isEmpty()) {
            return other;
        }
        Own own = transaction.call(() -> own(talk, known.get()));
        if (own.gate() != Gate.OPEN) {
            return codes.refused(talk, own.gate());
        }
        return own.codes().isEmpty() ? other : OwnDossiers.choose(own.codes(), this::prove, other);
    }

    /** Where the line dropped: what was heard then is counted, and proved, again. */
    private Step again(Dialogue talk, DossierCode code) {
        Gate gate = transaction.call(() -> disclosure.guard.enter(talk));
        return gate == Gate.OPEN ? prove(code) : codes.refused(talk, gate);
    }

    /** A caller without dossiers has seen nothing yet: that look-up is counted when a code comes. */
    private Own own(Dialogue talk, PhoneNumber phone) {
        List<DossierCode> all = dossiers.ofPhone(phone, OwnDossiers.MOST + 1).stream()
                .map(Standing::code)
                .toList();
        return new Own(all.isEmpty() ? Gate.OPEN : disclosure.guard.enter(talk), all);
    }

    /** The number registered needs no PIN; who hides the number gets no try at one. */
    private Step prove(DossierCode code) {
        return talk -> {
            talk.talksAbout(Optional.of(code));
            Tie tie = weigh(talk, code, Optional.empty());
            Step plain = tell(code, tie);
            return talk.caller().isEmpty() || tie != Tie.NONE ? plain : askPin(new Trial(code, plain, 1));
        };
    }

    private Tie weigh(Dialogue talk, DossierCode code, Optional<String> pin) {
        return talk.caller()
                .map(phone -> transaction.call(() -> disclosure.shown.of(phone, code, pin)))
                .orElse(Tie.NONE);
    }

    /** How often a PIN was asked for, and what is told to who has none. */
    private record Trial(DossierCode code, Step plain, int attempt) {
        Trial next() {
            return new Trial(code, plain, attempt + 1);
        }
    }

    private Step askPin(Trial trial) {
        return Question.of("nhap-pin")
                .entry(PIN_KEYS, "bam-sai", pressed -> DoubledKeys.single(pressed)
                        .filter(once -> once.matches(PIN))
                        .or(() -> Optional.of(pressed).filter(pin -> pin.matches(PIN)))
                        .map(pin -> talk -> tried(talk, trial, pin)))
                .hash(trial.plain())
                .lost(trial.plain());
    }

    /** Three wrong ones lead to a person (domain 5.4); any one sounds wrong while the tries of the day are used up. */
    private Step tried(Dialogue talk, Trial trial, String pin) {
        DossierCode code = trial.code();
        Tie tie = weigh(talk, code, Optional.of(pin));
        if (tie != Tie.NONE) {
            return tell(code, tie);
        }
        transaction.run(() -> disclosure.alarm.note(code));
        if (trial.attempt() >= PIN_TRIES) {
            return talk.to(Place.LOST);
        }
        talk.say(Said.of("bam-sai"));
        return askPin(trial.next());
    }

    private record Told(Standing standing, boolean postponed, Optional<String> why) {}

    private Step tell(DossierCode code, Tie tie) {
        return talk -> transaction
                .call(() -> see(talk, code, tie))
                .map(this::told)
                .orElseGet(() -> codes.ask(this::prove, talk.to(Place.MAIN)));
    }

    private Optional<Told> see(Dialogue talk, DossierCode code, Tie tie) {
        if (tie == Tie.NONE) {
            disclosure.alarm.note(code);
        }
        if (tie == Tie.PIN) {
            talk.proves(code);
        }
        Optional<Standing> standing = tie == Tie.NONE ? dossiers.anyone(code) : dossiers.applicant(code);
        boolean postponed = dossiers.wasPostponed(code);
        Optional<String> why = postponed && tie != Tie.NONE ? dossiers.whyPostponed(code) : Optional.empty();
        return standing.map(found -> new Told(found, postponed, why));
    }

    private Step told(Told told) {
        List<Said> said =
                new ArrayList<>(StandingSaid.of(told.standing(), told.postponed(), told.why(), texting.today()));
        said.add(Said.of("sau-tra-cuu"));
        Question question = Question.of(said);
        return question.on("1", question)
                .on("2", talk -> text(talk, told.standing(), question))
                .on("3", talk -> talk.to(Place.ABOUT_DOSSIER))
                .on("4", talk -> talk.to(Place.SCORE));
    }

    private Step text(Dialogue talk, Standing standing, Question next) {
        boolean sent = talk.caller()
                .map(phone -> transaction.call(() -> texting.send(phone, standing)))
                .orElse(false);
        talk.say(Said.of(sent ? "da-gui-tin" : "khong-gui-tin"));
        return Question.of("sau-tra-cuu")
                .on("1", next)
                .on("2", again -> text(again, standing, next))
                .on("3", again -> again.to(Place.ABOUT_DOSSIER))
                .on("4", again -> again.to(Place.SCORE));
    }
}
