package vn.mscore.hotline.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every page says for whom it is. */
class DoorsTest {
    private static final List<JavaMethod> DEEDS = new ClassFileImporter()
            .importPackages("vn.mscore.hotline.console").stream()
                    .filter(type -> type.isAnnotatedWith(Path.class))
                    .flatMap(type -> type.getMethods().stream())
                    .filter(DoorsTest::answers)
                    .toList();

    private static boolean answers(JavaMethod method) {
        return method.getAnnotations().stream().anyMatch(a -> a.getRawType().isAnnotatedWith(HttpMethod.class));
    }

    @Test
    void everyPageNamesWhoMayOpenIt() {
        assertThat(DEEDS).hasSizeGreaterThan(10).allMatch(method -> Stream.of(For.class, ForEverybody.class)
                .anyMatch(rule ->
                        method.isAnnotatedWith(rule) || method.getOwner().isAnnotatedWith(rule)));
    }

    @Test
    void onlySigningInIsForEverybody() {
        List<JavaClass> open = DEEDS.stream()
                .filter(method -> method.isAnnotatedWith(ForEverybody.class)
                        || method.getOwner().isAnnotatedWith(ForEverybody.class))
                .map(JavaMethod::getOwner)
                .distinct()
                .toList();
        assertThat(open)
                .isNotEmpty()
                .allMatch(type -> type.getAnnotationOfType(Path.class).value().startsWith("login"));
    }
}
