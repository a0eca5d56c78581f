package vn.mscore.hotline.wording.speech;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import vn.mscore.hotline.shared.Require;
import vn.mscore.hotline.wording.Prompts;
import vn.mscore.hotline.wording.speech.PromptLine.Part;

/** Prompts of the catalogue, made of sounds that are there. A sentence comes whole from one pack; only its values may not. */
@Singleton
public class TablePrompts implements Prompts {
    private static final Logger LOG = Logger.getLogger(TablePrompts.class.getName());
    /** "This part cannot be said": better than nothing at all. */
    private static final String LAST_WORD = "loi-chung";

    private final PromptCatalogue catalogue;
    private final SoundStore store;
    private final KnownWords words;
    private final Speaker speaker;

    /** Takes sounds from {@code store}, and from {@code speaker} what nobody recorded. */
    @Inject
    TablePrompts(PromptCatalogue catalogue, SoundStore store, KnownWords words, Speaker speaker) {
        this.catalogue = catalogue;
        this.store = store;
        this.words = words;
        this.speaker = speaker;
    }

    @Override
    public List<String> say(String name, String pack, Map<String, String> values) {
        PromptLine known = catalogue.line(PromptCatalogue.VIETNAMESE, name).orElse(null);
        Require.that(known != null, "no prompt is called " + name);
        List<VoicePack> chain = catalogue.chain(pack);
        for (VoicePack voice : chain) {
            Optional<List<String>> said = sentence(voice, name, values);
            if (said.isPresent()) {
                return said.get();
            }
        }
        return general(chain, name);
    }

    private Optional<List<String>> sentence(VoicePack voice, String name, Map<String, String> values) {
        List<String> said = new ArrayList<>();
        for (Part part : catalogue.line(voice.name(), name).orElseThrow().parts()) {
            Optional<List<String>> sounds =
                    part.isGap() ? value(voice, part, values.getOrDefault(part.gap(), "")) : piece(voice, part.sound());
            if (sounds.isEmpty()) {
                return Optional.empty();
            }
            said.addAll(sounds.get());
        }
        return Optional.of(said);
    }

    private Optional<List<String>> piece(VoicePack voice, String sound) {
        return sound.equals(GapType.PAUSE)
                ? Optional.of(located(voice.name(), List.of(sound)).orElse(List.of()))
                : Optional.of(voice.name() + "/" + sound).filter(store::has).map(List::of);
    }

    private Optional<List<String>> value(VoicePack voice, Part gap, String value) {
        if (gap.type() != GapType.WORDS) {
            return gap.type().sounds(value.strip(), voice.habit()).flatMap(sounds -> located(voice.name(), sounds));
        }
        return words.sounds(value, voice.name())
                .flatMap(sounds -> located(voice.name(), sounds))
                .or(() -> speaker.say(value).map(List::of));
    }

    /** The sounds in the first pack that has all of them. */
    private Optional<List<String>> located(String pack, List<String> sounds) {
        return catalogue.chain(pack).stream()
                .map(voice ->
                        sounds.stream().map(sound -> voice.name() + "/" + sound).toList())
                .filter(ids -> ids.stream().allMatch(store::has))
                .findFirst();
    }

    private List<String> general(List<VoicePack> chain, String name) {
        LOG.fine(() -> "the general sentence of " + name + " is said");
        for (VoicePack voice : chain) {
            String id = voice.name() + "/"
                    + catalogue.line(voice.name(), name).orElseThrow().generalSound();
            if (store.has(id)) {
                return List.of(id);
            }
        }
        return located(chain.get(0).name(), List.of(LAST_WORD)).orElse(List.of());
    }

    @Override
    public List<String> packs() {
        return catalogue.packs().stream()
                .filter(pack -> !pack.slowed())
                .map(VoicePack::name)
                .filter(pack -> pack.equals(PromptCatalogue.VIETNAMESE)
                        || catalogue.sounds(pack).keySet().stream().anyMatch(sound -> store.has(pack + "/" + sound)))
                .toList();
    }

    @Override
    public List<String> faults() {
        return store.held().entrySet().stream()
                .filter(entry -> entry.getValue().fault().isPresent())
                .filter(entry -> entry.getKey().startsWith(PromptCatalogue.VIETNAMESE + "/")
                        || entry.getValue().fault().get() != HeldSound.MISSING)
                .map(entry -> entry.getKey() + ": "
                        + entry.getValue().fault().get().code().replaceFirst("^wording\\.", ""))
                .toList();
    }
}
