package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.Parameters.Row;

/** Nothing that a request can say is forgotten when the parameters are attacked (security row 134). */
class ParametersTest {
    private static final Path CONSOLE = Path.of("src/main/java/vn/mscore/hotline/console");

    /** Where a form or a query is read by a name that stands there. */
    private static final Pattern READ = Pattern.compile(
            "\\b(?:text|raw|texts|number(?=\\(\"\\w+\",)|choice|ticked|tooLong|field|secret|days|code|value|constant)"
                    + "\\(\\s*(?:(?:form|here|query),\\s*)?\"([A-Za-z][\\w-]*)\"");

    /** Where it is read by a name that comes from elsewhere. */
    private static final Pattern BY_NAME =
            Pattern.compile("[Ff](?:orm|ields)(?:\\(\\))?\\s*\\.(?:text|raw|texts|number|choice|ticked)\\(\\s*[a-z]");

    private static final Set<String> BY_NAME_HERE = Set.of(
            "CustodyActions", "Deeds", "OwnAccount", "QueuePage", "Refill", "RoutePages", "SignInPages", "TextPages");

    private final List<Row> rows = Parameters.rows();

    ParametersTest() throws IOException {}

    @Test
    void everyAddressOfTheCodeHasOneRowAndNoRowIsOfAnother() throws IOException {
        assertThat(rows.stream().map(Row::request))
                .containsExactlyInAnyOrderElementsOf(Parameters.declared().keySet());
    }

    @Test
    void everyNameThatAResourceDeclaresIsInItsRowOrLeftOutThereByName() throws IOException {
        Map<String, Set<String>> forgotten = Parameters.declared();
        for (Row row : rows) {
            Set<String> names = forgotten.getOrDefault(row.request(), new TreeSet<>());
            names.removeIf(name -> row.fields().containsKey(name) || row.why().contains(name));
        }
        forgotten.values().removeIf(Set::isEmpty);
        assertThat(forgotten).isEmpty();
    }

    @Test
    void everyFieldThatAPageReadsIsInARowOfItAndEveryFieldThatOthersReadIsInARow() throws IOException {
        Map<String, Set<String>> ofPages = fieldsOfPages();
        Set<String> all = ofPages.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        Map<String, Set<String>> forgotten = new TreeMap<>();
        for (Path file : sources()) {
            Set<String> read = found(READ, file);
            read.removeAll(ofPages.getOrDefault(name(file), all));
            if (!read.isEmpty()) {
                forgotten.put(name(file), read);
            }
        }
        // The token of the form stands in every request; without it none is looked at.
        assertThat(forgotten).isEqualTo(Map.of("Unforged", Set.of("csrf")));
    }

    private Map<String, Set<String>> fieldsOfPages() throws IOException {
        Map<String, Set<String>> fields = new TreeMap<>();
        Resources.screens().forEach((request, method) -> {
            String page = method.getDeclaringClass().getSimpleName();
            String start = request.replaceAll("\\{command}", "");
            rows.stream()
                    .filter(row -> row.request().equals(request)
                            || !start.equals(request) && row.request().startsWith(start))
                    .forEach(row -> fields.computeIfAbsent(page, name -> new TreeSet<>())
                            .addAll(row.fields().keySet()));
        });
        return fields;
    }

    @Test
    void noOtherFileReadsFieldsByNamesFromElsewhere() throws IOException {
        Set<String> here = new TreeSet<>();
        for (Path file : sources()) {
            if (BY_NAME.matcher(Files.readString(file)).find()) {
                here.add(name(file));
            }
        }
        assertThat(here).isEqualTo(new TreeSet<>(BY_NAME_HERE));
    }

    @Test
    void whatIsLeftOutSaysWhy() {
        assertThat(rows.stream().filter(row -> row.who().equals(Parameters.NOBODY)))
                .allSatisfy(row -> assertThat(row.why()).as(row.request()).isNotBlank());
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(CONSOLE)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> found(Pattern pattern, Path file) throws IOException {
        Matcher found = pattern.matcher(Files.readString(file));
        Set<String> names = new TreeSet<>();
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }
}
