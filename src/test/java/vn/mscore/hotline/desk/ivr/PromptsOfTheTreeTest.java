package vn.mscore.hotline.desk.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every prompt that a flow names is in the catalogue and is heard in some recorded conversation. */
class PromptsOfTheTreeTest {
    private static final Path FLOWS = Path.of("src/main/java/vn/mscore/hotline/desk/ivr");
    private static final Path CONVERSATIONS = Path.of("src/test/resources/desk");
    private static final Path CATALOGUE = Path.of("ivr-scripts/prompts/vi/prompts.tsv");

    /** A name in quotes; keys, gaps and SQL have no hyphen or are not in the catalogue's form. */
    private static final Pattern NAME = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");

    @Test
    void everyPromptOfTheFlowsIsInTheCatalogue() throws IOException {
        assertThat(catalogue()).containsAll(named());
    }

    @Test
    void everyPromptOfTheFlowsIsHeardInAConversation() throws IOException {
        Set<String> unheard = named();
        unheard.removeAll(heard());
        assertThat(unheard).isEmpty();
    }

    private static Set<String> named() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(FLOWS)) {
            for (Path file : files.filter(f -> f.toString().endsWith("Flow.java")
                            || f.endsWith("Receipt.java")
                            || f.endsWith("Question.java")
                            || f.endsWith("CodeEntry.java")
                            || f.endsWith("TakingWords.java")
                            || f.endsWith("MarkQuestions.java")
                            || f.endsWith("StandingSaid.java")
                            || f.endsWith("OwnDossiers.java")
                            || f.endsWith("MainMenu.java")
                            || f.endsWith("Walk.java"))
                    .toList()) {
                NAME.matcher(Files.readString(file))
                        .results()
                        .map(m -> m.group(1))
                        .forEach(names::add);
            }
        }
        names.removeAll(Set.of("queue-callback", "noi-nhan", "don-vi", "trang-thai", "noi-dung"));
        return names;
    }

    private static Set<String> catalogue() throws IOException {
        return Files.readAllLines(CATALOGUE).stream()
                .filter(row -> !row.startsWith("#"))
                .map(row -> row.split("\t")[0])
                .collect(Collectors.toSet());
    }

    private static Set<String> heard() throws IOException {
        Set<String> heard = new TreeSet<>();
        try (Stream<Path> files = Files.list(CONVERSATIONS)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".call")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (line.startsWith("< ")) {
                        heard.addAll(Stream.of(line.replaceAll("\\[[^]]*]", " ").split("\\s+"))
                                .map(word -> word.replaceFirst(".*/", ""))
                                .collect(Collectors.toSet()));
                    }
                }
            }
        }
        return heard;
    }
}
