package vn.mscore.hotline.wording.speech;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of {@code prompts.tsv}. A text without gaps is one sound with the row's name; a text with gaps is one sound for each
 * piece between them, {@code -1}, {@code -2} and so on, and {@code -chung} for the general sentence.
 *
 * @param use {@code flow}, {@code exchange}, {@code word}, {@code number}, {@code tone} or {@code spare}
 * @param parts what is said one after the other
 * @param general what is said when a gap cannot be; empty for a text without gaps
 */
record PromptLine(String id, String use, String text, List<Part> parts, Optional<String> general) {
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}(/[a-z0-9-]{1,64})?");
    private static final Pattern USE = Pattern.compile("flow|exchange|word|number|tone|spare");
    private static final Pattern GAP = Pattern.compile("\\{([a-z-]+):([a-z]+)}");
    private static final Pattern STOP = Pattern.compile("\\s*[.;:?!].*", Pattern.DOTALL);
    private static final String NONE = "-";
    private static final int COLUMNS = 4;

    /** A piece of wording by its sound, a gap by its name and type, or a pause. */
    record Part(String sound, String text, String gap, GapType type) {
        static Part piece(String sound, String text) {
            return new Part(sound, text, "", null);
        }

        static Part gap(String name, GapType type) {
            return new Part("", "", name, type);
        }

        boolean isGap() {
            return type != null;
        }
    }

    /** Reads a row; the message of the exception says what is wrong with it. */
    static PromptLine read(String row) {
        String[] column = row.split("\t", -1);
        must(column.length == COLUMNS, "has not four columns");
        String id = column[0];
        must(ID.matcher(id).matches(), "has a name that is none");
        must(USE.matcher(column[1]).matches(), "has an unknown use");
        must(!column[2].isBlank(), "has no text");
        if (column[1].equals("tone")) {
            return new PromptLine(id, column[1], "", List.of(Part.piece(id, "")), Optional.empty());
        }
        List<Part> parts = parts(id, column[2]);
        boolean gaps = parts.stream().anyMatch(Part::isGap);
        must(gaps != column[3].equals(NONE), gaps ? "has no general sentence" : "needs no general sentence");
        must(!column[3].contains("{"), "has a gap in its general sentence");
        return new PromptLine(
                id, column[1], column[2], parts, Optional.of(column[3]).filter(text -> gaps));
    }

    private static List<Part> parts(String id, String text) {
        if (!text.contains("{")) {
            return List.of(Part.piece(id, text));
        }
        List<Part> parts = new ArrayList<>();
        int[] count = {0};
        int from = 0;
        Matcher gap = GAP.matcher(text);
        while (gap.find()) {
            literal(id, text.substring(from, gap.start()), parts, count);
            parts.add(Part.gap(
                    gap.group(1),
                    GapType.of(gap.group(2))
                            .orElseThrow(() -> new Wrong("has a gap of unknown type " + gap.group(2)))));
            from = gap.end();
        }
        literal(id, text.substring(from), parts, count);
        return parts;
    }

    private static void literal(String id, String text, List<Part> parts, int[] count) {
        must(text.indexOf('{') < 0 && text.indexOf('}') < 0, "has a brace that is no gap");
        String bare = bare(text);
        if (bare.isEmpty()) {
            return;
        }
        if (!parts.isEmpty() && STOP.matcher(text).matches()) {
            parts.add(Part.piece(GapType.PAUSE, ""));
        }
        count[0]++;
        parts.add(Part.piece(id + "-" + count[0], bare));
    }

    /** As {@code make-sounds.sh} does it. */
    private static String bare(String text) {
        return text.replaceFirst("^[ .,;:?!]+", "").replaceFirst("[ ,;:]+$", "");
    }

    /** The sound of the general sentence. */
    String generalSound() {
        return general.isPresent() ? id + "-chung" : id;
    }

    /** Every sound of the row with what it says. */
    Map<String, String> sounds() {
        Map<String, String> all = new LinkedHashMap<>();
        parts.stream()
                .filter(part -> !part.isGap() && !part.sound().equals(GapType.PAUSE))
                .forEach(part -> all.put(part.sound(), part.text()));
        if (use.equals("tone")) {
            all.put(id, "");
        }
        general.ifPresent(text -> all.put(generalSound(), text));
        return all;
    }

    private static void must(boolean kept, String otherwise) {
        if (!kept) {
            throw new Wrong(otherwise);
        }
    }

    /** What is wrong with a row. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;

        Wrong(String what) {
            super(what);
        }
    }
}
