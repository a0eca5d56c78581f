package vn.mscore.hotline.complaint.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.house.PackedCalendars;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.shared.UnitName;
import vn.mscore.hotline.unit.Unit;
import vn.mscore.hotline.unit.UnitKind;
import vn.mscore.hotline.unit.Units;

/** Who reads what the desk explained: what is of no office. */
class RowFilterTest {
    private static final Instant NOW = Instant.parse("2026-08-17T02:30:00Z");

    /** Code, kind, office above, last day. */
    private static final String TREE = """
            QT PROVINCE - -
            QT-HDND COUNCIL QT -
            QT-HDND-PC COUNCIL QT-HDND -
            QT-UBND OFFICE QT -
            KS COMMUNE QT -
            KS-HDND COUNCIL KS -
            CU PROVINCE - -
            CU-HDND COUNCIL CU 2026-08-16
            HAI PROVINCE - -
            HAI-X COMMUNE HAI -
            HAI-X-HDND COUNCIL HAI-X -
            XA COMMUNE - -
            XA-HDND COUNCIL XA -
            """;

    private final Map<UnitCode, Unit> units = new LinkedHashMap<>();
    private final RowFilter filter = new RowFilter(tree(), PackedCalendars.read(), Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    leader of the province                    | LEADER        | QT      | true
                    officer of it                             | OFFICER       | QT      | false
                    delegate of it                            | DELEGATE      | QT      | false
                    operator of it, who reads everything      | OPERATOR      | QT      | true
                    auditor of it                             | AUDITOR       | QT      | false
                    the council has it, not below itself      | LEADER        | QT-HDND | false
                    beside the council                        | LEADER        | QT-UBND | false
                    above the council of a commune            | LEADER        | KS      | false
                    above no councils but those of communes   | LEADER        | HAI     | false
                    above a council that was until yesterday  | LEADER        | CU      | false
                    of a tree that has no province            | LEADER        | XA      | false
                    of no office                              | LEADER        | -       | false
                    """)
    void whatIsOfNoOfficeIsReadByTheDeskAndByWhoHasTheCouncilOfTheProvinceBelowHim(
            String who, Role role, String unit, boolean reads) {
        Viewer viewer = new Viewer(
                1,
                "x",
                "x",
                role,
                Optional.of(unit).filter(code -> !code.equals("-")).map(UnitCode::new),
                false);
        String sql = filter.byOfficeOrDesk(viewer, "e.unit").sql();
        assertThat(sql.equals("true") || sql.contains("e.unit is null")).isEqualTo(reads);
    }

    private Units tree() {
        TREE.lines()
                .map(line -> line.split(" "))
                .map(RowFilterTest::unit)
                .forEach(unit -> units.put(unit.code(), unit));
        return (Units) Proxy.newProxyInstance(
                RowFilterTest.class.getClassLoader(),
                new Class<?>[] {Units.class},
                (proxy, method, asked) -> switch (method.getName()) {
                    case "find" -> Optional.ofNullable(units.get(asked[0]));
                    case "named" ->
                        units.values().stream()
                                .filter(unit -> ((Set<?>) asked[0]).contains(unit.kind()))
                                .collect(Collectors.toMap(
                                        Unit::code, unit -> unit.name().full()));
                    case "answersFor" ->
                        below((UnitCode) asked[0], (boolean) asked[1]).collect(Collectors.toSet());
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static Unit unit(String[] row) {
        return new Unit(
                new UnitCode(row[0]),
                new UnitName(row[0], row[0]),
                UnitKind.valueOf(row[1]),
                Optional.of(row[2]).filter(code -> !code.equals("-")).map(UnitCode::new),
                LocalDate.of(2025, 7, 1),
                Optional.of(row[3]).filter(day -> !day.equals("-")).map(LocalDate::parse),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private Stream<UnitCode> below(UnitCode top, boolean below) {
        Stream<UnitCode> children = units.values().stream()
                .filter(unit -> below && unit.parent().equals(Optional.of(top)))
                .flatMap(unit -> below(unit.code(), true));
        return Stream.concat(Stream.of(top), children);
    }
}
