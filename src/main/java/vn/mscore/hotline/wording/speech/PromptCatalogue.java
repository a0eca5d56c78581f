package vn.mscore.hotline.wording.speech;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.wording.Prompts;

/** The rows of {@code voices.tsv} and of every {@code prompts.tsv}; refuses the start naming each row that is wrong. */
@Singleton
class PromptCatalogue {
    /** The pack that everything falls back to. */
    static final String VIETNAMESE = "vi";

    private static final String SETTING = PromptFolders.SETTING;

    private final Map<String, VoicePack> packs = new LinkedHashMap<>();
    private final Map<String, Map<String, PromptLine>> lines = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    /** Reads them from the deployer's folder or our own. */
    @Inject
    PromptCatalogue(PromptFolders folders) {
        List<String> faults = new ArrayList<>();
        for (String row : folders.rows("voices.tsv")) {
            read(row, "voices.tsv", faults, VoicePack::read).ifPresent(pack -> packs.put(pack.name(), pack));
        }
        packs.keySet().forEach(pack -> lines.put(pack, lines(pack, folders, faults)));
        if (!packs.containsKey(VIETNAMESE)) {
            faults.add("voices.tsv has no pack vi");
        } else {
            countable(faults);
        }
        likes(faults);
        if (!faults.isEmpty()) {
            throw new Settings.WrongSetting(SETTING, "cannot be used: " + String.join("; ", faults));
        }
    }

    /** A pack is like one that stands above it, so that nobody goes round in a circle. */
    private void likes(List<String> faults) {
        List<String> above = new ArrayList<>();
        for (VoicePack pack : packs.values()) {
            if (!above.containsAll(pack.like().stream().toList())
                    || pack.slowed() && pack.like().isEmpty()) {
                faults.add("voices.tsv: " + pack.name() + " is like no pack above it");
            }
            above.add(pack.name());
        }
    }

    private static <T> Optional<T> read(
            String row, String file, List<String> faults, java.util.function.Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(row));
        } catch (PromptLine.Wrong e) {
            faults.add(file + ": " + row.split("\t", 2)[0] + " " + e.getMessage());
            return Optional.empty();
        }
    }

    private Map<String, PromptLine> lines(String pack, PromptFolders folders, List<String> faults) {
        Map<String, PromptLine> all = new LinkedHashMap<>();
        String file = pack + "/prompts.tsv";
        for (String row : folders.rows(file)) {
            read(row, file, faults, PromptLine::read).ifPresent(line -> {
                if (all.put(line.id(), line) != null) {
                    faults.add(file + ": " + line.id() + " comes twice");
                }
                line.sounds().forEach((sound, text) -> {
                    if (texts.put(pack + "/" + sound, text) != null) {
                        faults.add(file + ": " + line.id() + " has the sound of another row: " + sound);
                    }
                });
            });
        }
        return all;
    }

    /** Whatever number or date there may be, its words are rows. */
    private void countable(List<String> faults) {
        for (String word : SpokenWords.ALL) {
            if (!lines.get(VIETNAMESE).containsKey(word)) {
                faults.add("vi/prompts.tsv: " + word + " is missing");
            }
        }
    }

    /** The packs, {@code vi} first. */
    List<VoicePack> packs() {
        return List.copyOf(packs.values());
    }

    /** A pack; the ordinary one for an unknown slow one, else {@code vi}. */
    VoicePack pack(String name) {
        String known = packs.containsKey(name) ? name : name.replaceFirst(Prompts.SLOWER + "$", "");
        return packs.getOrDefault(known, packs.get(VIETNAMESE));
    }

    /** A pack and those it falls back to, in order. */
    List<VoicePack> chain(String name) {
        List<VoicePack> chain = new ArrayList<>();
        Optional<VoicePack> next = Optional.of(pack(name));
        while (next.isPresent()) {
            chain.add(next.get());
            next = next.get().like().map(packs::get);
        }
        return chain;
    }

    /** The row of a prompt as this pack words it: its own, else that of the pack it is like. */
    Optional<PromptLine> line(String pack, String id) {
        return chain(pack).stream()
                .flatMap(one -> Optional.ofNullable(lines.get(one.name()).get(id)).stream())
                .findFirst();
    }

    /** All rows of a pack as it words them. */
    Map<String, PromptLine> lines(String pack) {
        Map<String, PromptLine> all = new LinkedHashMap<>();
        for (VoicePack one : chain(pack)) {
            lines.get(one.name()).forEach(all::putIfAbsent);
        }
        return all;
    }

    /** Every sound a pack may have, without the pack, with what it says. */
    Map<String, String> sounds(String pack) {
        Map<String, String> all = new LinkedHashMap<>();
        lines(pack).values().forEach(line -> all.putAll(line.sounds()));
        return all;
    }

    /** What a sound says, by its whole id. */
    Optional<String> text(String id) {
        int slash = id.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : chain(id.substring(0, slash)).stream()
                        .flatMap(pack -> Optional.ofNullable(texts.get(pack.name() + id.substring(slash))).stream())
                        .findFirst();
    }
}
