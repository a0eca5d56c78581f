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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The resources as the code declares them, for instance {@code PUT /api/v1/units/{code}}. */
final class Resources {
    private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target/classes");

    private Resources() {}

    /** All of {@code /api/v1}. */
    static Set<String> declared() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.contains("/rest/") && name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                    .map(Resources::load)
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .flatMap(Resources::of)
                    .filter(line -> line.contains(" /api/v1/"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** All pages and deeds of {@code /console} with their classes' word on who may: {@code GET /console/queue}. */
    static Map<String, Method> screens() throws IOException {
        Map<String, Method> screens = new TreeMap<>();
        try (Stream<java.nio.file.Path> files = Files.walk(CLASSES)) {
            files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.contains("/console/") && name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                    .map(Resources::load)
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .forEach(type -> Arrays.stream(type.getDeclaredMethods()).forEach(method -> methods(method)
                            .forEach(verb -> screens.put(
                                    verb + " "
                                            + path(
                                                    "/console/"
                                                            + type.getAnnotation(Path.class)
                                                                    .value(),
                                                    method),
                                    method))));
        }
        return screens;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Resources.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> of(Class<?> type) {
        String base = "/api/" + type.getAnnotation(Path.class).value();
        return Arrays.stream(type.getDeclaredMethods())
                .flatMap(method -> methods(method).map(verb -> verb + " " + path(base, method)));
    }

    private static Stream<String> methods(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value().toUpperCase(Locale.ROOT));
    }

    private static String path(String base, Method method) {
        Path below = method.getAnnotation(Path.class);
        String path = below == null ? base : base + "/" + below.value();
        return path.replaceAll("//+", "/").replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
    }
}
