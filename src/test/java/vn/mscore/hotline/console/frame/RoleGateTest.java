package vn.mscore.hotline.console.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.console.For;

/** Where the browser comes back to when a change had to wait for a fresh code. */
class RoleGateTest {
    private static final List<JavaMethod> METHODS = new ClassFileImporter()
            .importPackages("vn.mscore.hotline.console").stream()
                    .filter(type -> type.isAnnotatedWith(Path.class))
                    .flatMap(type -> type.getMethods().stream())
                    .toList();

    private static String address(JavaMethod method) {
        String below =
                method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        String root = method.getOwner().getAnnotationOfType(Path.class).value();
        return ("/console/" + root + "/" + below)
                .replaceAll("\\{[^}]*}", "a")
                .replaceAll("//+", "/")
                .replaceAll("/$", "");
    }

    private static <A extends Annotation> Optional<A> named(JavaMethod method, Class<A> type) {
        return method.tryGetAnnotationOfType(type).or(() -> method.getOwner().tryGetAnnotationOfType(type));
    }

    @TestFactory
    Stream<DynamicTest> everyChangeThatAsksForACodeComesBackToAPage() {
        Set<String> pages = METHODS.stream()
                .filter(method -> method.isAnnotatedWith(GET.class))
                .map(RoleGateTest::address)
                .collect(Collectors.toSet());
        return METHODS.stream()
                .filter(method -> method.isAnnotatedWith(POST.class))
                .filter(method -> named(method, For.class).filter(For::stepUp).isPresent())
                .map(method -> DynamicTest.dynamicTest(method.getFullName(), () -> assertThat(pages)
                        .contains(RoleGate.page(named(method, For.class).orElseThrow(), address(method)))));
    }

    @For(stepUp = true)
    private static final class Same {}

    @For(stepUp = true, from = ".")
    private static final class Above {}

    @ParameterizedTest
    @CsvSource({
        "/console/admin/texts/T01, /console/admin/texts/T01",
        "/console/admin/texts/https://elsewhere.example, /console/admin/texts/https://elsewhere.example",
        "//elsewhere.example/console, /console/",
        "/console//elsewhere.example, /console/",
        "/console/../elsewhere, /console/",
        "/console/admin/texts/T01\\evil, /console/"
    })
    void itIsOnlyEverAPageOfOurs(String path, String page) {
        assertThat(RoleGate.page(Same.class.getAnnotation(For.class), path)).isEqualTo(page);
    }

    @ParameterizedTest(name = "a browser without a session that was on {0} comes back to {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "http://hotline.example/console/enter?call=17.1, /console/enter?call=17.1",
                "https://elsewhere.example/console/enter, /console/enter",
                "https://elsewhere.example/other, ''",
                "https://elsewhere.example//console/enter, ''",
                "http://hotline.example/console/../other, ''",
                "javascript:alert(1), ''",
                "http://a b/, ''",
                "-, ''"
            })
    void whoseSessionEndedComesBackToAPageOfOursAndNowhereElse(String said, String page) {
        assertThat(Entrance.page(said)).isEqualTo(page);
    }

    @Test
    void thePageAboveIsFoundFromTheAddressOfTheChange() {
        assertThat(RoleGate.page(Above.class.getAnnotation(For.class), "/console/admin/prompts/vi/menu-chinh/back"))
                .isEqualTo("/console/admin/prompts/vi/menu-chinh");
    }
}
