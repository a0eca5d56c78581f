package vn.mscore.hotline.desk.ivr;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import vn.mscore.hotline.complaint.RegisterComplaint.Registered;
import vn.mscore.hotline.voice.Recorded;
import vn.mscore.hotline.voice.Recorded.End;
import vn.mscore.hotline.voice.RecordingId;

/** Records what somebody says, lets it be heard, said again, sent or taken back; a dropped line sends it too. */
@Singleton
class TakingWords {
    private static final int TRIES = 3;

    private final SpokenWords words;

    @Inject
    TakingWords(SpokenWords words) {
        this.words = words;
    }

    /** What is taken, and what follows. */
    private record Task(
            Errand errand,
            Consumer<Dialogue> invitation,
            BiFunction<Registered, Step, Step> sent,
            Step silent,
            int tries) {}

    /**
     * Records for {@code errand}; {@code sent} says what follows when the words are registered, and leads on to the step it is
     * given; {@code silent} when none came.
     */
    Step take(Errand errand, Said invitation, BiFunction<Registered, Step, Step> sent, Step silent) {
        Consumer<Dialogue> invite = talk -> talk.say(invitation);
        return take(new Task(errand, invite, sent, silent, errand.remark() ? 1 : TRIES));
    }

    /** The same, with an apology that is heard whatever was typed for the question it stands for. */
    Step takeInstead(Errand errand, Said apology, BiFunction<Registered, Step, Step> sent, Step silent) {
        return take(new Task(errand, talk -> talk.tell(apology), sent, silent, TRIES));
    }

    private Step take(Task task) {
        return talk -> record(talk, task);
    }

    /** The same for somebody who has been silent before: asked for words once. */
    Step takeOnce(Errand errand, Said invitation, BiFunction<Registered, Step, Step> sent, Step silent) {
        return take(new Task(errand, talk -> talk.say(invitation), sent, silent, 1));
    }

    private Step record(Dialogue talk, Task task) {
        Optional<Spoken> spoken = listen(talk, task);
        if (spoken.isEmpty()) {
            return talk.unsent().isPresent() ? confirm(task) : task.silent();
        }
        talk.unsent().ifPresent(older -> words.forget(older.recorded().id()));
        talk.holds(spoken);
        if (spoken.get().recorded().end() == End.LIMIT) {
            talk.say(Said.of("ghi-am-het-gio"));
        }
        return task.errand().remark() ? send(talk, task) : confirm(task);
    }

    /** What was said; empty when nothing was, which a remark says once and other errands three times. */
    private Optional<Spoken> listen(Dialogue talk, Task task) {
        if (task.errand().secret()) {
            talk.seals();
        }
        task.invitation().accept(talk);
        for (int i = 1; i <= task.tries(); i++) {
            Recorded recorded = talk.record(task.errand());
            Spoken spoken = new Spoken(task.errand(), recorded);
            if (recorded.spoken()) {
                return Optional.of(spoken);
            }
            if (recorded.end() == End.UNKNOWN) {
                // The caller perhaps speaks on: the sweep takes in the whole, and StrandedWords decides by it.
                return Optional.empty();
            }
            if (i == task.tries() || recorded.end() == End.HANG_UP) {
                silence(spoken, talk);
                return Optional.empty();
            }
            words.forget(recorded.id());
            talk.say(Said.of("ghi-am-trong"));
        }
        return Optional.empty();
    }

    /** Who has words of before is no caller who was missed. */
    private void silence(Spoken nothing, Dialogue talk) {
        if (talk.unsent().isPresent()) {
            words.forget(nothing.recorded().id());
        } else {
            words.nothing(nothing, talk.caller());
        }
    }

    private Step confirm(Task task) {
        Question question = Question.of("xac-nhan");
        Step send = talk -> send(talk, task);
        return question.on("1", talk -> {
                    talk.play(heard(talk));
                    return question;
                })
                .on("2", send)
                .on("3", talk -> record(talk, task))
                .on("0", talk -> toPerson(talk, task))
                .back(this::cancel)
                .lost(send);
    }

    private static RecordingId heard(Dialogue talk) {
        return talk.unsent().orElseThrow().recorded().id();
    }

    private Step send(Dialogue talk, Task task) {
        return kept(talk).map(sent -> task.sent().apply(sent, Step.END)).orElse(Step.END);
    }

    /** Whom no text tells the code hears it first: nobody can tell it later. */
    private Step toPerson(Dialogue talk, Task task) {
        Step person = talk.to(Place.OPERATOR);
        return kept(talk)
                .filter(sent -> sent.secret() || !Receipt.isTexted(talk))
                .map(sent -> task.sent().apply(sent, person))
                .orElse(person);
    }

    private Optional<Registered> kept(Dialogue talk) {
        Spoken spoken = talk.unsent().orElseThrow();
        Optional<Registered> registered = words.keep(spoken, talk.caller());
        talk.holds(Optional.empty());
        return registered;
    }

    private Step cancel(Dialogue talk) {
        words.forget(heard(talk));
        talk.holds(Optional.empty());
        talk.say(Said.of("da-huy"));
        return talk.to(Place.MAIN);
    }

    /** Registers what was not sent when the line dropped. */
    void keepUnsent(Dialogue talk) {
        talk.unsent().ifPresent(spoken -> words.keep(spoken, talk.caller()));
        talk.holds(Optional.empty());
    }
}
