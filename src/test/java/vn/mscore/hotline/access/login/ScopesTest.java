package vn.mscore.hotline.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.ApiKeys.Scope;
import vn.mscore.hotline.house.Resources;

/** Row 121 for other programs: a key opens the addresses of its scopes and none of another. */
class ScopesTest {
    @Test
    void everyAddressOfTheInterfaceIsOpenedByOneScopeAndEveryScopeOpensSome() throws IOException {
        Set<Scope> used = EnumSet.noneOf(Scope.class);
        for (String request : Resources.declared()) {
            String path = request.replaceAll("^\\w+ /api/", "");
            List<Scope> scopes = Arrays.stream(Scope.values())
                    .filter(scope -> SqlApiKeys.covers(scope, path))
                    .toList();
            assertThat(scopes).as(request).hasSize(1);
            assertThat(path).as(request).startsWith("v1/" + word(scopes.get(0)));
            used.addAll(scopes);
        }
        assertThat(used).containsExactlyInAnyOrder(Scope.values());
    }

    /** Written out: a scope that is renamed opens other addresses. */
    private static String word(Scope scope) {
        return switch (scope) {
            case UNITS -> "units";
            case DOSSIERS -> "dossiers";
            case COMPLAINTS -> "complaints";
            case SCORES -> "scores";
            case SURVEY_CALLS -> "survey-calls";
        };
    }
}
