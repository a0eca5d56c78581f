package vn.mscore.hotline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The plan of the house: which room may use the face of which, and what may be used only where. */
class HouseRulesTest {
    private static final String ROOT = "vn.mscore.hotline.";
    private static final String ALL = "*";

    /** The table. A room not named in a row is out of reach for it. */
    private static final Map<String, String> MAY_USE = Map.ofEntries(
            Map.entry("shared", ""),
            Map.entry("calendar", "shared platform"),
            Map.entry("platform", "shared"),
            Map.entry("privacy", "shared platform"),
            Map.entry("wording", "shared platform"),
            Map.entry("unit", "shared platform"),
            Map.entry("access", "shared platform privacy unit"),
            Map.entry("sms", "shared platform privacy"),
            Map.entry("voice", "shared platform privacy"),
            Map.entry("citizen", "shared platform privacy calendar"),
            Map.entry("dossier", "shared platform privacy unit calendar"),
            Map.entry("score", "shared platform privacy unit dossier"),
            Map.entry("complaint", "shared platform privacy unit access calendar dossier"),
            Map.entry("switchboard", "shared platform privacy access calendar voice"),
            Map.entry("survey", "shared platform privacy calendar citizen voice dossier score"),
            Map.entry(
                    "desk",
                    "shared platform privacy wording calendar citizen sms voice dossier score complaint switchboard survey"),
            Map.entry(
                    "notice",
                    "shared platform privacy wording calendar citizen sms dossier score complaint switchboard survey"),
            Map.entry("watch", "shared platform privacy wording calendar sms"),
            Map.entry("report", "shared platform unit access calendar dossier complaint"),
            Map.entry(
                    "console",
                    "shared platform privacy wording unit access calendar citizen sms voice dossier score complaint"
                            + " switchboard survey report watch"),
            Map.entry("app", ALL),
            Map.entry("launcher", "privacy access"));

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("vn.mscore.hotline");

    @TestFactory
    Stream<DynamicTest> roomsUseOnlyTheRoomsOfTheirRow() {
        return MAY_USE.entrySet().stream()
                .filter(row -> !row.getValue().equals(ALL))
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> checkRow(row.getKey(), row.getValue())));
    }

    private static void checkRow(String room, String allowed) {
        Set<String> forbidden = new TreeSet<>(MAY_USE.keySet());
        forbidden.remove(room);
        forbidden.removeAll(Arrays.asList(allowed.split(" ")));
        String[] packages = forbidden.stream().map(r -> ROOT + r + "..").toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(HOUSE);
    }

    @Test
    void everyRoomIsInTheTable() {
        Set<String> rooms = HOUSE.stream()
                .map(HouseRulesTest::roomOf)
                .filter(room -> !room.isEmpty())
                .collect(Collectors.toSet());
        assertThat(rooms).isEqualTo(MAY_USE.keySet());
    }

    @TestFactory
    Stream<DynamicTest> nobodyEntersTheInsideOfAnotherRoom() {
        return MAY_USE.keySet().stream()
                .filter(room -> HOUSE.stream().anyMatch(c -> inside(room).test(c)))
                .map(room -> DynamicTest.dynamicTest(room, () -> noClasses()
                        .that()
                        .resideOutsideOfPackages(ROOT + room + "..", ROOT + "app..")
                        .should()
                        .dependOnClassesThat(inside(room))
                        .check(HOUSE)));
    }

    @TestFactory
    Stream<DynamicTest> theFaceOfARoomDoesNotKnowItsInside() {
        return MAY_USE.keySet().stream()
                .filter(room -> !room.equals("app") && !room.equals("launcher"))
                .filter(room -> HOUSE.stream().anyMatch(c -> inside(room).test(c)))
                .map(room -> DynamicTest.dynamicTest(room, () -> noClasses()
                        .that()
                        .resideInAPackage(ROOT + room)
                        .should()
                        .dependOnClassesThat(inside(room))
                        .check(HOUSE)));
    }

    private static DescribedPredicate<JavaClass> inside(String room) {
        return DescribedPredicate.describe(
                "inside " + room, c -> c.getPackageName().startsWith(ROOT + room + "."));
    }

    private static String roomOf(JavaClass c) {
        String name = c.getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()).split("\\.")[0] : "";
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void librariesStayInTheirCell() {
        Map<String, String[]> cells = Map.ofEntries(
                cell("com.fazecast..", "sms.modem.."),
                cell("org.jsmpp..", "sms.smpp.."),
                cell("org.apache.commons.csv..", "platform.csv.."),
                cell("org.jasypt..", "launcher.."),
                cell("org.flywaydb..", "launcher.."),
                cell("fish.payara..", "launcher.."),
                cell("io.pebbletemplates..", "console.."),
                cell("io.nayuki..", "console.."),
                cell("com.password4j..", "access.."),
                cell("com.eatthepath..", "access.."),
                cell("org.dhatim..", "report.."),
                cell("org.asteriskjava.fastagi..", "voice.agi.."),
                cell("org.asteriskjava.manager..", "voice.ami.."),
                cell("org.asteriskjava.live..", "nowhere.."),
                Map.entry(
                        "jakarta.ws.rs..",
                        new String[] {"..rest..", ROOT + "console..", ROOT + "platform.web..", ROOT + "app.."}));
        cells.forEach((library, homes) -> noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(HOUSE));
    }

    private static Map.Entry<String, String[]> cell(String library, String home) {
        return Map.entry(library, new String[] {ROOT + home});
    }

    @Test
    void pureRoomsUseOnlyTheLanguage() {
        classes()
                .that()
                .resideInAnyPackage(ROOT + "shared..", ROOT + "sms.pdu..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", ROOT + "shared..", ROOT + "sms.pdu..")
                .check(HOUSE);
    }

    @Test
    void onlyStoresHoldAnEntityManager() {
        noClasses()
                .that()
                .haveSimpleNameNotStartingWith("Jpa")
                .and()
                .haveSimpleNameNotStartingWith("Sql")
                .and()
                .resideOutsideOfPackage(ROOT + "platform..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(jakarta.persistence.EntityManager.class)
                .check(HOUSE);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "launcher..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(HOUSE);
    }

    @Test
    void noStandardStreamsOutsideTheLauncher() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(HOUSE.that(
                DescribedPredicate.describe("not launcher", c -> !roomOf(c).equals("launcher"))));
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Info|Data|Processor)")
                .check(HOUSE);
    }
}
