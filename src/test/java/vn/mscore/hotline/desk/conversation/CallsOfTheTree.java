package vn.mscore.hotline.desk.conversation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which recorded calls are enough to hear every prompt that a flow can say. */
final class CallsOfTheTree {
    private static final Path CATALOGUE = Path.of("ivr-scripts/prompts/vi/prompts.tsv");

    /** Said in the place of a sentence that has no sound at all, which the packed prompts have: see TablePromptsTest. */
    private static final String LAST_WORD = "loi-chung";

    private CallsOfTheTree() {}

    /** The prompts of the catalogue that flows say. */
    static Set<String> prompts() throws IOException {
        return Files.readAllLines(CATALOGUE).stream()
                .map(row -> row.split("\t"))
                .filter(row -> row.length > 1 && row[1].equals("flow") && !row[0].equals(LAST_WORD))
                .map(row -> row[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As few and as short calls as will do, in the order of their conversations. */
    static List<RecordedCall> chosen() throws IOException {
        List<RecordedCall> sure = RecordedCall.all().stream()
                .filter(RecordedCall::isSureOnTheLine)
                .toList();
        Set<RecordedCall> chosen = new HashSet<>();
        Set<String> unheard = heardIn(sure);
        while (!unheard.isEmpty()) {
            RecordedCall best = sure.stream()
                    .max(Comparator.comparingDouble(call -> gain(call, unheard)))
                    .orElseThrow();
            chosen.add(best);
            unheard.removeAll(best.prompts());
        }
        List<RecordedCall> all = new ArrayList<>(sure);
        all.retainAll(chosen);
        return withoutRepeats(all);
    }

    private static double gain(RecordedCall call, Set<String> unheard) {
        return call.prompts().stream().filter(unheard::contains).count() / (double) call.cost();
    }

    private static List<RecordedCall> withoutRepeats(List<RecordedCall> calls) {
        List<RecordedCall> needed = new ArrayList<>(calls);
        for (RecordedCall call : longestFirst(calls)) {
            needed.remove(call);
            if (!heardIn(needed).containsAll(call.prompts())) {
                needed.add(call);
            }
        }
        List<RecordedCall> ordered = new ArrayList<>(calls);
        ordered.retainAll(needed);
        return ordered;
    }

    private static List<RecordedCall> longestFirst(List<RecordedCall> calls) {
        return calls.stream()
                .sorted(Comparator.comparingInt(RecordedCall::cost).reversed())
                .toList();
    }

    /** The prompts heard in any of them. */
    static Set<String> heardIn(List<RecordedCall> calls) {
        return calls.stream().flatMap(call -> call.prompts().stream()).collect(Collectors.toCollection(TreeSet::new));
    }
}
