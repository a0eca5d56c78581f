package vn.mscore.hotline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.ForEverybody;

/**
 * For whom every address of the screens is (security R41, row 121), as it was weighed against the design and written down in
 * {@code web/gates.tsv}: a role more or less in the code is a row that differs.
 */
class GatesOfAddressesTest {
    private static final Path TABLE = Path.of("src/test/resources/web/gates.tsv");
    private static final int COLUMNS = 4;
    private static final String HOW =
            "src/test/resources/web/gates.tsv says who may and why. A new address: weigh who needs it,"
                    + " then add 'VERB /console/path<TAB>ROLE ROLE<TAB>yes or nothing<TAB>why these', roles in the order of Role,"
                    + " ALL for @For(everyRole), EVERYBODY for @ForEverybody, 'yes' where stepUp is asked for; rows in the order of the"
                    + " alphabet";

    private static List<String[]> rows() throws IOException {
        try (Stream<String> lines = Files.lines(TABLE)) {
            return lines.skip(1).map(line -> line.split("\t", -1)).toList();
        }
    }

    private static Map<String, String> written() throws IOException {
        return rows().stream()
                .collect(Collectors.toMap(row -> row[0], row -> row[1] + "|" + row[2], (a, b) -> a, TreeMap::new));
    }

    private static Map<String, String> declared() throws IOException {
        Map<String, String> declared = new TreeMap<>();
        Resources.screens().forEach((request, method) -> declared.put(request, who(method)));
        return declared;
    }

    private static String who(Method method) {
        For rule = Resources.word(method, For.class);
        if (rule == null) {
            return (Resources.word(method, ForEverybody.class) == null ? "NOBODY" : "EVERYBODY") + "|";
        }
        String roles = Arrays.stream(rule.value()).sorted().map(Enum::name).collect(Collectors.joining(" "));
        return (rule.everyRole() ? "ALL" : roles) + "|" + (rule.stepUp() ? "yes" : "");
    }

    @Test
    void everyAddressOpensForTheRolesThatAreWrittenDownAndForNobodyElse() throws IOException {
        assertThat(declared()).as(HOW).hasSizeGreaterThan(100).isEqualTo(written());
    }

    @Test
    void everyRowStandsOnceInItsPlaceAndSaysWhy() throws IOException {
        assertThat(rows())
                .as(HOW)
                .allSatisfy(row -> assertThat(row).hasSize(COLUMNS).doesNotContainNull())
                .allSatisfy(row -> assertThat(row[COLUMNS - 1]).as(row[0]).isNotBlank());
        assertThat(rows().stream().map(row -> row[0])).as(HOW).isSorted().doesNotHaveDuplicates();
    }

    /** What a role may never open, whatever the table says. */
    @Test
    void aSealedCaseIsForCustodiansAndTheTrailForAuditorsAndNoCaseForWhoKeepsTheHouse() throws IOException {
        written().forEach((request, who) -> {
            if (request.contains(" /console/sealed")) {
                assertThat(who).as(request).startsWith("CUSTODIAN|");
            } else if (request.contains(" /console/audit")) {
                assertThat(who).as(request).startsWith("AUDITOR|");
            } else if (request.matches("\\w+ /console/(cases|queue|search|stream|desk|callers|requests|delegate).*")) {
                assertThat(who).as(request).doesNotContain("CUSTODIAN", "AUDITOR", "ADMINISTRATOR", "ALL");
            }
        });
    }
}
