package vn.mscore.hotline.house;

import jakarta.inject.Inject;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The compiled classes of all rooms, read once: hundreds of houses are opened after that. */
final class Rooms {
    /** Where they lie. */
    static final Path CLASSES = Path.of("target/classes");

    private static final List<Class<? extends Annotation>> MAPPINGS =
            List.of(Entity.class, Embeddable.class, MappedSuperclass.class, Converter.class);

    private static final List<Class<?>> ALL = read();

    /** What CDI could make a bean of: the rest it would look at in vain (CDI 4.0, 3.1.1). */
    static final List<Class<?>> BEANS = ALL.stream().filter(Rooms::mayBeABean).toList();

    /** Names of what JPA maps. */
    static final List<String> MAPPED = ALL.stream()
            .filter(room -> MAPPINGS.stream().anyMatch(room::isAnnotationPresent))
            .map(Class::getName)
            .toList();

    private Rooms() {}

    private static boolean mayBeABean(Class<?> room) {
        return !room.isInterface()
                && !room.isEnum()
                && !Modifier.isAbstract(room.getModifiers())
                && (room.getEnclosingClass() == null || Modifier.isStatic(room.getModifiers()))
                && Arrays.stream(room.getDeclaredConstructors())
                        .anyMatch(made -> made.getParameterCount() == 0 || made.isAnnotationPresent(Inject.class));
    }

    private static List<Class<?>> read() {
        try (Stream<Path> files = Files.walk(CLASSES.resolve("vn/mscore/hotline"))) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                    .<Class<?>>map(Rooms::load)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Rooms.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
