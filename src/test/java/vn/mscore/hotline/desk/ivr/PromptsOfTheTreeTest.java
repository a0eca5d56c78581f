package vn.mscore.hotline.desk.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private static final String LANGUAGE = "ngon-ngu-";
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

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

    /** What is said in the place of a sentence that has no sound at all is heard where there are no sounds: TablePromptsTest. */
    @Test
    void everyPromptThatTheCatalogueGivesToFlowsIsHeardInAConversation() throws IOException {
        Set<String> unheard = rows("flow");
        unheard.removeAll(heard());
        assertThat(unheard).containsExactly("loi-chung");
    }

    /** Somebody records each row: what nobody says is not asked for, or is called {@code spare}. */
    @Test
    void everyPromptOfTheCatalogueIsSaidByTheProgramOrTheExchange() throws IOException {
        Set<String> words = new TreeSet<>();
        for (Path root : List.of(Path.of("src/main"), Path.of("ivr-scripts/dialplan"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|tsv|conf|properties)"))
                        .toList()) {
                    WORD.matcher(Files.readString(file)).results().forEach(m -> words.add(m.group()));
                }
            }
        }
        // The menu of languages names a prompt by its pack.
        Files.readAllLines(Path.of("ivr-scripts/prompts/voices.tsv"))
                .forEach(row -> words.add(LANGUAGE + row.split("\t")[0]));
        assertThat(rows("flow", "exchange", "tone")).isNotEmpty().isSubsetOf(words);
        assertThat(rows("spare")).doesNotContainAnyElementsOf(words);
    }

    /** Whether an office above looks at it is known when it is opened again, and is said then. */
    @Test
    void theQuestionWhetherSomebodyIsContentPromisesNoOfficeAbove() throws IOException {
        assertThat(Files.readAllLines(CATALOGUE))
                .filteredOn(row -> row.startsWith("hai-long"))
                .hasSize(2)
                .noneMatch(row -> row.contains("cấp trên"));
    }

    private static Set<String> rows(String... uses) throws IOException {
        return Files.readAllLines(CATALOGUE).stream()
                .map(row -> row.split("\t"))
                .filter(row -> row.length > 1 && Set.of(uses).contains(row[1]))
                .map(row -> row[0])
                .collect(Collectors.toCollection(TreeSet::new));
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
