package vn.mscore.hotline.house;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.complaint.CaseCommand;

/** Everything that a request can say to the pages and the interface: {@code web/parameters.tsv}, one row for each address. */
public final class Parameters {
    /** Who asks for a row that nobody asks for. */
    public static final String NOBODY = "-";

    private static final Path TABLE = Path.of("src/test/resources/web/parameters.tsv");
    private static final int COLUMNS = 5;
    private static final Pattern LISTS = Pattern.compile(
            "GET /console/(audit|queue|queue/tabs|queue/there|admin/prompts"
                    + "|admin/units|delegate|sealed|units|cases/\\{ticket}/earlier)|POST /console/(queue|search|figures)");

    private Parameters() {}

    /**
     * A row.
     *
     * @param who a role, {@code API} with the key, {@code DEMO} without one, {@code STRANGER} who is not signed in,
     *     {@link #NOBODY}
     * @param fields of the query of a GET or of the form, each with something fit; of the query when there is a body
     * @param body JSON or CSV, empty for none
     * @param why what of it is left out, and why
     */
    public record Row(String verb, String path, String who, Map<String, String> fields, String body, String why) {
        /** For instance {@code GET /console/queue}. */
        public String request() {
            return verb + " " + path;
        }

        /** Whether it shows as many rows as there are (security row 133). */
        public boolean isList() {
            return LISTS.matcher(request()).matches();
        }

        /** Whether a path without gaps is one of its. */
        public boolean isAt(String place) {
            return place.replaceAll("\\?.*", "").matches(path.replaceAll("\\{\\w+}", "[^/]+"));
        }
    }

    /** All rows, in the order of the table. */
    public static List<Row> rows() throws IOException {
        try (Stream<String> lines = Files.lines(TABLE)) {
            return lines.skip(1).map(Parameters::row).toList();
        }
    }

    /** The row of a path without gaps: the one with the fewest gaps that fits. */
    public static Optional<Row> at(String verb, String place) throws IOException {
        return rows().stream()
                .filter(row -> row.verb().equals(verb) && row.isAt(place))
                .min(Comparator.comparing(
                        row -> row.path().chars().filter(one -> one == '{').count()));
    }

    private static Row row(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException("not " + COLUMNS + " cells: " + line);
        }
        String[] request = cells[0].split(" ", 2);
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : cells[2].isEmpty() ? new String[0] : lines(cells[2]).split("&")) {
            fields.put(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        }
        return new Row(request[0], request[1], cells[1], fields, lines(cells[3]), cells[4]);
    }

    private static String lines(String cell) {
        return cell.replace("\\n", "\n");
    }

    /** Every request as the code declares it, with the names of the query and the headers that it declares. */
    static Map<String, Set<String>> declared() throws IOException {
        Map<String, Set<String>> declared = new TreeMap<>();
        Resources.all().forEach((request, method) -> deeds(request).forEach(one -> declared.put(one, names(method))));
        return declared;
    }

    /** A deed at a case has fields of its own. */
    private static List<String> deeds(String request) {
        Stream<String> codes = Stream.concat(
                Stream.of("accept-suggestion"),
                Arrays.stream(CaseCommand.values()).map(CaseCommand::code));
        return request.contains("{command}")
                ? codes.map(code -> request.replace("{command}", code)).toList()
                : List.of(request);
    }

    private static Set<String> names(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(one -> Stream.concat(Stream.of(one), fields(one)))
                .flatMap(Parameters::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<AnnotatedElement> fields(Parameter one) {
        return one.isAnnotationPresent(BeanParam.class)
                ? Arrays.stream(one.getType().getDeclaredFields())
                : Stream.empty();
    }

    private static Stream<String> name(AnnotatedElement one) {
        QueryParam query = one.getAnnotation(QueryParam.class);
        HeaderParam header = one.getAnnotation(HeaderParam.class);
        return query != null ? Stream.of(query.value()) : header == null ? Stream.empty() : Stream.of(header.value());
    }
}
