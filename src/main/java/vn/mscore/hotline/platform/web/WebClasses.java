package vn.mscore.hotline.platform.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The resources and providers among the beans, so that each of the two applications can name its own. */
public final class WebClasses {
    /** The container has beans with these annotations too (Krazo's filters answer 500 where they are not configured). */
    private static final String OURS = "vn.mscore.hotline.";

    private WebClasses() {}

    /** Those that {@code wanted} takes. */
    public static Set<Class<?>> of(Predicate<Class<?>> wanted) {
        return CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class) || type.isAnnotationPresent(Provider.class))
                .filter(type -> type.getName().startsWith(OURS))
                .filter(wanted)
                .collect(Collectors.toSet());
    }
}
