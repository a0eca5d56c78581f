package vn.mscore.hotline.desk.conversation;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.shared.Unaccented;
import vn.mscore.hotline.wording.Prompts;

/** Prompts as people read them, a name and its values; refuses names and gaps that the catalogue does not have. */
@Alternative
@Priority(1)
@Singleton
class ReadablePrompts implements Prompts {
    private static final Pattern GAP = Pattern.compile("\\{([a-z-]+):[a-z]+}");
    private static final int LONGEST = 60;
    private static List<String> packs = List.of("vi");

    private final Map<String, String> texts = new HashMap<>();

    ReadablePrompts() throws IOException {
        for (String row : Files.readAllLines(Path.of("ivr-scripts/prompts/vi/prompts.tsv"))) {
            String[] cell = row.split("\t");
            if (cell.length > 2 && !row.startsWith("#")) {
                texts.put(cell[0], cell[2]);
            }
        }
    }

    static void packsAre(List<String> all) {
        packs = List.copyOf(all);
    }

    @Override
    public List<String> say(String name, String pack, Map<String, String> values) {
        if (!texts.containsKey(name)) {
            throw new IllegalArgumentException("no prompt is called " + name);
        }
        List<String> ids = new ArrayList<>(List.of(pack + "/" + name));
        Matcher gap = GAP.matcher(texts.get(name));
        while (gap.find()) {
            if (!values.containsKey(gap.group(1))) {
                throw new IllegalArgumentException(name + " has no value for " + gap.group(1));
            }
            String id = "gap/" + gap.group(1) + "/" + slug(values.get(gap.group(1)));
            if (!ids.contains(id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    private static String slug(String value) {
        String plain = Unaccented.of(value).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(LONGEST, plain.length()));
        return cut.isEmpty() ? "-" : cut;
    }

    @Override
    public List<String> packs() {
        return packs;
    }

    @Override
    public List<String> faults() {
        return List.of();
    }
}
