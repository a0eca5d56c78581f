package vn.mscore.hotline.house;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The resources as the code declares them, for instance {@code PUT /api/v1/units/{code}}. */
public final class Resources {
    private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target/classes");

    private Resources() {}

    /** All of {@code /api/v1}. */
    public static Set<String> declared() throws IOException {
        Set<String> declared = new TreeSet<>(below("/rest/", "/api/").keySet());
        declared.removeIf(line -> !line.contains(" /api/v1/"));
        return declared;
    }

    /** All pages and deeds of {@code /console} with their classes' word on who may: {@code GET /console/queue}. */
    static Map<String, Method> screens() throws IOException {
        return below("/console/", "/console/");
    }

    /** What a method says of itself, or else what its class says, as the gate reads it; null when neither says anything. */
    static <A extends Annotation> A word(Method method, Class<A> type) {
        A own = method.getAnnotation(type);
        return own != null ? own : method.getDeclaringClass().getAnnotation(type);
    }

    /** Whatever is asked for over HTTP and answered by a resource. */
    static Map<String, Method> all() throws IOException {
        Map<String, Method> all = below("/rest/", "/api/");
        all.putAll(screens());
        return all;
    }

    private static Map<String, Method> below(String folder, String root) throws IOException {
        Map<String, Method> found = new TreeMap<>();
        try (Stream<java.nio.file.Path> files = Files.walk(CLASSES)) {
            files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.contains(folder) && name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                    .map(Resources::load)
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                    .forEach(method ->
                            verbs(method).forEach(verb -> found.put(verb + " " + path(root, method), method)));
        }
        return found;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Resources.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value().toUpperCase(Locale.ROOT));
    }

    private static String path(String root, Method method) {
        String base =
                root + method.getDeclaringClass().getAnnotation(Path.class).value();
        Path below = method.getAnnotation(Path.class);
        String path = below == null ? base : base + "/" + below.value();
        return path.replaceAll("//+", "/").replaceAll("\\{\\s*(\\w+)\\s*:(?:[^{}]|\\{[^{}]*})*}", "{$1}");
    }
}
