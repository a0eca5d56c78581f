package vn.mscore.hotline.house;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every address of the screens as the code declares it. */
public final class Screens {
    private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target/classes");
    private static final String HOME = "vn/mscore/hotline/console";

    private Screens() {}

    /** A verb and a path such as {@code GET /console/cases/{ticket}}. */
    public record Address(String verb, String path) {
        /** The path with every gap filled by {@code value}. */
        public String with(String value) {
            return path.replaceAll("\\{(?:[^{}]|\\{[^}]*})*}", value);
        }

        /**
         * The path with its gap filled by what {@code fillings} know; nothing when they know none. Of cases and by codes every
         * filling, of other things the first.
         */
        public List<String> filled(Map<String, List<String>> fillings) {
            int open = path.indexOf('{');
            if (open < 0) {
                return List.of(path);
            }
            String gap = path.substring(open + 1, path.indexOf('}'));
            return fillings.getOrDefault(gap, List.of()).stream()
                    .limit(path.startsWith("/console/cases") || gap.equals("code") ? Long.MAX_VALUE : 1)
                    .map(value -> path.replace("{" + gap + "}", value))
                    .toList();
        }

        /** Whether it names something. */
        public boolean hasGap() {
            return path.contains("{");
        }
    }

    /** All of them, in order. */
    public static List<Address> declared() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.walk(CLASSES.resolve(HOME))) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                    .map(Screens::load)
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .flatMap(Screens::of)
                    .distinct()
                    .sorted((a, b) -> (a.path() + a.verb()).compareTo(b.path() + b.verb()))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Screens.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Address> of(Class<?> type) {
        String base = "/console/" + type.getAnnotation(Path.class).value();
        return Arrays.stream(type.getDeclaredMethods())
                .flatMap(method -> verbs(method).map(verb -> new Address(verb, path(base, method))));
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value());
    }

    private static String path(String base, Method method) {
        Path below = method.getAnnotation(Path.class);
        String path = below == null ? base : base + "/" + below.value();
        return path.replaceAll("//+", "/").replaceAll("\\{\\s*(\\w+)\\s*:(?:[^{}]|\\{[^{}]*})*}", "{$1}");
    }
}
