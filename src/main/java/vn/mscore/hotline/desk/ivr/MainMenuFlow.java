package vn.mscore.hotline.desk.ivr;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.citizen.CitizenLines;
import vn.mscore.hotline.desk.ivr.BrokenOff.Where;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.voice.Call;
import vn.mscore.hotline.voice.CallFlow;
import vn.mscore.hotline.voice.Entry;
import vn.mscore.hotline.voice.Keys;
import vn.mscore.hotline.wording.Prompts;

/** Who calls the hotline: greeting, the language at the first call, going on where the line dropped, the main menu. */
@Singleton
public class MainMenuFlow implements CallFlow {
    private static final Map<Character, String> PACK_KEYS = Map.of('8', "bru", '7', "pako");
    private static final String VIETNAMESE = "vi";
    private static final Duration HOLD_THE_LINE = Duration.ofSeconds(3);

    private final Walk walk;
    private final CitizenLines lines;
    private final KnownVoice voices;
    private final BrokenOff places;
    private final ShownNumber shown;
    private final Prompts prompts;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    MainMenuFlow(
            Walk walk,
            CitizenLines lines,
            KnownVoice voices,
            BrokenOff places,
            ShownNumber shown,
            Prompts prompts,
            InTransaction transaction) {
        this.walk = walk;
        this.lines = lines;
        this.voices = voices;
        this.places = places;
        this.shown = shown;
        this.prompts = prompts;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "main";
    }

    @Override
    public void run(Call call) {
        walk.walk(call, this::greet);
    }

    private record Known(Optional<String> pack, Optional<Where> brokenOff) {}

    private Step greet(Dialogue talk) {
        Known known = talk.caller()
                .map(phone -> transaction.call(
                        () -> new Known(voices.of(phone), shown.believed(talk).flatMap(places::take))))
                .orElse(new Known(Optional.empty(), Optional.empty()));
        known.pack().ifPresent(talk::speaks);
        known.brokenOff().ifPresent(where -> isBackAt(where, talk));
        talk.say(Said.of("chao"), Said.of("chao-khan-cap"));
        if (known.pack().isEmpty() && prompts.packs().size() > 1) {
            chooseLanguage(talk);
        }
        return known.brokenOff().map(where -> offer(where, talk)).orElseGet(() -> talk.to(Place.MAIN));
    }

    /**
     * Who types by heart answers the menu that is always there, and never the offer that comes unawares. Keys that choose
     * nothing keep it: a hash or a star before it only cuts the greeting short, 9 and 0 mean what they mean everywhere.
     */
    private static Step offer(Where where, Dialogue talk) {
        Keys typed = Keys.none();
        while (typed.pressed().isEmpty() && talk.isTypedAhead()) {
            Keys next = talk.ask(List.of(), Entry.oneKey());
            typed = next.pressed().equals("*") ? Keys.none() : next;
        }
        if (!typed.pressed().isEmpty()) {
            talk.putBack(typed);
        }
        return typed.pressed().matches("[1-8]") ? talk.to(Place.MAIN) : goOn(where, talk);
    }

    /** A line that drops again before the caller has chosen loses nothing. */
    private static void isBackAt(Where where, Dialogue talk) {
        talk.isAt(Place.valueOf(where.branch()));
        talk.talksAbout(where.about());
    }

    /** A key that chooses no language was meant for the menu. */
    private void chooseLanguage(Dialogue talk) {
        Keys keys = talk.ask(question(), new Entry(1, HOLD_THE_LINE, HOLD_THE_LINE));
        Optional<String> chosen = keys.pressed().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(PACK_KEYS.get(keys.pressed().charAt(0))).filter(prompts.packs()::contains);
        String pack = chosen.orElse(VIETNAMESE);
        talk.caller().ifPresent(phone -> transaction.run(() -> lines.hears(phone, pack)));
        talk.speaks(pack);
        if (chosen.isPresent()) {
            talk.say(Said.of("ngon-ngu-da-chon"));
        } else {
            talk.putBack(keys);
        }
    }

    private List<Said> question() {
        List<Said> said = new ArrayList<>(List.of(Said.of("ngon-ngu")));
        PACK_KEYS.values().stream()
                .sorted()
                .filter(prompts.packs()::contains)
                .forEach(pack -> said.add(Said.of("ngon-ngu-" + pack)));
        return said;
    }

    /** A key that means neither was meant for the menu. */
    private static Step goOn(Where where, Dialogue talk) {
        Step menu = talk.to(Place.MAIN);
        return Question.of("tiep-tuc")
                .on("1", again -> {
                    again.talksAbout(where.about());
                    return again.to(Place.valueOf(where.branch()));
                })
                .on("0", person -> {
                    person.isOfferedLater(where);
                    return person.to(Place.OPERATOR);
                })
                .entry(1, "bam-sai", key -> Optional.of(key)
                        .filter(pressed -> pressed.matches("[2-8]"))
                        .map(pressed -> passOn(new Keys(pressed, false), menu)))
                .once(menu);
    }

    private static Step passOn(Keys keys, Step menu) {
        return talk -> {
            talk.putBack(keys);
            return menu;
        };
    }
}
