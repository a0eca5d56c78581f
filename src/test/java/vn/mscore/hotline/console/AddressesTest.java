package vn.mscore.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jakarta REST 3.1, 3.7.2 chooses the class by its path alone, before it looks for a method: a class with a longer path
 * that has no such method answers 405 although another class has it. No address of the screens may be hidden that way.
 */
class AddressesTest {
    private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target/classes");
    private static final Pattern GAP = Pattern.compile("\\{\\s*(\\w+)\\s*(?::\\s*((?:[^{}]|\\{[^{}]*})*))?}");

    private record Screen(Class<?> type, Method method, String verb) {
        String root() {
            return type.getAnnotation(Path.class).value().replaceAll("^/", "");
        }

        String address() {
            Path below = method.getAnnotation(Path.class);
            String all = "/" + root() + "/" + (below == null ? "" : below.value());
            return GAP.matcher(all).replaceAll("a").replaceAll("//+", "/").replaceAll("(?<=.)/$", "");
        }

        @Override
        public String toString() {
            return verb + " " + address() + " of " + type.getSimpleName();
        }
    }

    static List<Screen> screens() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.walk(CLASSES.resolve("vn/mscore/hotline/console"))) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                    .map(AddressesTest::load)
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                            .flatMap(method -> verbs(method).map(verb -> new Screen(type, method, verb))))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, AddressesTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value());
    }

    /** The regular expression of a path, 3.7.3. */
    private static Pattern regex(String path) {
        StringBuilder regex = new StringBuilder("/");
        Matcher gap = GAP.matcher(path);
        int at = 0;
        while (gap.find()) {
            regex.append(literal(path.substring(at, gap.start())));
            regex.append('(')
                    .append(Optional.ofNullable(gap.group(2)).orElse("[^/]+?"))
                    .append(')');
            at = gap.end();
        }
        regex.append(literal(path.substring(at)));
        return Pattern.compile(regex.toString().replaceAll("/$", "") + "(/.*)?");
    }

    private static String literal(String text) {
        return text.isEmpty() ? "" : Pattern.quote(text);
    }

    private static int literals(String path) {
        return GAP.matcher(path).replaceAll("").length();
    }

    private static boolean mayAnswer(String root, Screen asked, List<Screen> all) {
        Matcher matcher = regex(root).matcher(asked.address());
        if (!matcher.matches()) {
            return false;
        }
        boolean ends = matcher.group(matcher.groupCount()) == null;
        return !ends
                || all.stream()
                        .anyMatch(
                                one -> one.root().equals(root) && !one.method().isAnnotationPresent(Path.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("screens")
    void noOtherClassShouldHideIt(Screen asked) throws IOException {
        List<Screen> all = screens();
        Optional<String> chosen = all.stream()
                .map(Screen::root)
                .distinct()
                .filter(root -> mayAnswer(root, asked, all))
                .max(Comparator.comparingInt(AddressesTest::literals));
        assertThat(chosen).contains(asked.root());
    }
}
