package vn.mscore.hotline.desk.ivr;

import jakarta.enterprise.inject.Vetoed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.mscore.hotline.voice.Entry;
import vn.mscore.hotline.voice.Keys;

/**
 * A question with what each answer leads to. Everywhere the same: {@code 9} says it again, twice in a row slower; {@code *}
 * goes back; {@code 0} leads to a person; after three failures a person or a recording (domain 5.4). A key this question
 * gives a meaning of its own means that.
 */
@Vetoed
final class Question implements Step {
    private static final int REPEATS = 9;

    private final List<Said> said;
    private final Map<String, Step> keys = new HashMap<>();
    private Function<String, Optional<Step>> answer = pressed -> Optional.empty();
    private int most = 1;
    private int patience = 3;
    private String wrong = "bam-sai";
    private Step back;
    private Step hash;
    private Step lost;

    private Question(List<Said> said) {
        this.said = said;
    }

    static Question of(String prompt) {
        return of(List.of(Said.of(prompt)));
    }

    static Question of(List<Said> said) {
        return new Question(said);
    }

    /** What a key leads to. */
    Question on(String key, Step next) {
        keys.put(key, next);
        return this;
    }

    /** Takes up to {@code length} keys; what {@code meaning} gives nothing for is answered with {@code sorry}. */
    Question entry(int length, String sorry, Function<String, Optional<Step>> meaning) {
        most = length;
        wrong = sorry;
        answer = meaning;
        return this;
    }

    /** What {@code *} leads to; the main menu when not told. */
    Question back(Step step) {
        back = step;
        return this;
    }

    /** What {@code #} alone leads to. */
    Question hash(Step step) {
        hash = step;
        return this;
    }

    /** Where to go when no answer comes, instead of a person or a recording. */
    Question lost(Step step) {
        lost = step;
        return this;
    }

    /** Asks once only: who says nothing goes to {@code step}; a stray key must not cut off for good what is said here once. */
    Question once(Step step) {
        patience = 1;
        lost = step;
        return this;
    }

    /** How the answers went so far. */
    private static final class Tries {
        private int failures;
        private int repeats;
        private boolean silent = true;
        private boolean again;
    }

    @Override
    public Step take(Dialogue talk) {
        Tries tries = new Tries();
        Optional<Step> next = Optional.empty();
        while (next.isEmpty()) {
            next = meaning(talk, talk.ask(said, Entry.upTo(most)), tries);
        }
        return next.get();
    }

    private Optional<Step> meaning(Dialogue talk, Keys pressed, Tries tries) {
        if (pressed.isNone()) {
            return failed(talk, tries, "khong-bam");
        }
        tries.silent = false;
        String own = pressed.pressed().substring(pressed.pressed().lastIndexOf('*') + 1);
        if (own.isEmpty()) {
            return pressed.pressed().isEmpty() ? hash(talk, tries) : Optional.of(back(talk));
        }
        Optional<Step> chosen = Optional.ofNullable(keys.get(own)).or(() -> answer.apply(own));
        return chosen.or(() -> everywhere(own, talk, tries));
    }

    private Step back(Dialogue talk) {
        return back == null ? talk.to(Place.MAIN) : back;
    }

    /** The end sign of an entry that was complete without it comes late: it says nothing. */
    private Optional<Step> hash(Dialogue talk, Tries tries) {
        return hash != null ? Optional.of(hash) : repeated(talk, tries);
    }

    private Optional<Step> everywhere(String pressed, Dialogue talk, Tries tries) {
        return switch (pressed) {
            case "9" -> nine(talk, tries);
            case "0" -> Optional.of(talk.to(Place.OPERATOR));
            default -> patience == 1 ? stray(talk, tries) : failed(talk, tries, wrong);
        };
    }

    private Optional<Step> nine(Dialogue talk, Tries tries) {
        if (tries.again) {
            talk.goSlow(!talk.isSlow());
            talk.say(Said.of(talk.isSlow() ? "che-do-cham" : "che-do-thuong"));
        }
        tries.again = !tries.again;
        return repeated(talk, tries);
    }

    private Optional<Step> stray(Dialogue talk, Tries tries) {
        tries.again = false;
        return repeated(talk, tries);
    }

    private Optional<Step> repeated(Dialogue talk, Tries tries) {
        return ++tries.repeats > REPEATS ? Optional.of(nobody(talk, tries)) : Optional.empty();
    }

    private Optional<Step> failed(Dialogue talk, Tries tries, String sorry) {
        tries.again = false;
        if (++tries.failures >= patience) {
            return Optional.of(nobody(talk, tries));
        }
        talk.say(Said.of(sorry));
        return Optional.empty();
    }

    private Step nobody(Dialogue talk, Tries tries) {
        if (lost != null) {
            return lost;
        }
        return talk.to(tries.silent ? Place.SILENCE : Place.LOST);
    }
}
