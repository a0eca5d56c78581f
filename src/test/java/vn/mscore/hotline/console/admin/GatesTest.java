package vn.mscore.hotline.console.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.POST;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.delegate.DelegatePage;
import vn.mscore.hotline.console.delegate.FiguresPage;
import vn.mscore.hotline.console.leader.LeaderPage;

/** Which role each page of figures and settings opens for. */
class GatesTest {
    private static final Set<Role> TECHNICIAN = Set.of(Role.ADMINISTRATOR);
    private static final Map<Class<?>, Set<Role>> GATES = Map.ofEntries(
            Map.entry(AdminPage.class, TECHNICIAN),
            Map.entry(UnitPages.class, TECHNICIAN),
            Map.entry(CalendarPages.class, TECHNICIAN),
            Map.entry(RoutePages.class, TECHNICIAN),
            Map.entry(TextPages.class, TECHNICIAN),
            Map.entry(PromptPages.class, TECHNICIAN),
            Map.entry(RetentionPages.class, TECHNICIAN),
            Map.entry(KeptPage.class, Set.of(Role.ADMINISTRATOR, Role.CUSTODIAN)),
            Map.entry(LinesPage.class, Set.of(Role.ADMINISTRATOR, Role.OPERATOR)),
            Map.entry(LeaderPage.class, Set.of(Role.LEADER)),
            Map.entry(DelegatePage.class, Set.of(Role.DELEGATE)),
            Map.entry(FiguresPage.class, Set.of(Role.OPERATOR, Role.LEADER, Role.DELEGATE)));

    @TestFactory
    Stream<DynamicTest> everyPageOpensForItsRolesOnly() {
        return GATES.entrySet().stream()
                .map(gate -> DynamicTest.dynamicTest(gate.getKey().getSimpleName(), () -> {
                    For rule = gate.getKey().getAnnotation(For.class);
                    assertThat(rule.everyRole()).isFalse();
                    assertThat(rule.value()).containsExactlyInAnyOrderElementsOf(gate.getValue());
                }));
    }

    @TestFactory
    Stream<DynamicTest> settingsChangeAfterAFreshCodeOnly() {
        return Stream.of(
                        UnitPages.class,
                        CalendarPages.class,
                        RoutePages.class,
                        TextPages.class,
                        PromptPages.class,
                        RetentionPages.class,
                        KeptPage.class)
                .flatMap(page -> Stream.of(page.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(POST.class))
                .map(method -> DynamicTest.dynamicTest(
                        method.getDeclaringClass().getSimpleName() + "." + method.getName(),
                        () -> assertThat(method.getAnnotation(For.class).stepUp())
                                .isTrue()));
    }
}
