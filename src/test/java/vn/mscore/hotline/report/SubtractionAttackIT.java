package vn.mscore.hotline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.report.LeaderBoard.Board;
import vn.mscore.hotline.report.LeaderBoard.UnitScore;
import vn.mscore.hotline.report.PublicFigures.Line;
import vn.mscore.hotline.report.PublicFigures.Quarter;

/** security.md L7, row 149: somebody who keeps every figure he ever got and subtracts all pairs. */
class SubtractionAttackIT {
    private static final List<String> OFFICES = List.of("KS-HCC", "KS-PKT", "LB-HCC");
    private static final List<String> FIELDS = List.of("DATDAI", "TUPHAP");

    /** A told number of people and the sum of their marks. */
    private record Told(long n, double sum) {
        /** Whether it is what some whole groups of five, one after the other, gave: no mark enters or leaves alone. */
        boolean isOfWholeGroups(List<Integer> marks) {
            for (int from = 0; from + n <= marks.size(); from += CellRule.SMALLEST) {
                int all = marks.subList(from, (int) (from + n)).stream()
                        .mapToInt(Integer::intValue)
                        .sum();
                if (Math.abs(all - sum) < 0.001) {
                    return true;
                }
            }
            return false;
        }
    }

    @Test
    void row149NoDifferenceOfTwoFiguresIsACellOfFewerThanFive() {
        try (ReportHouse office = new ReportHouse("2026-03-02T09:30")) {
            List<Told> told = new ArrayList<>();
            Map<String, List<Integer>> given = new TreeMap<>();
            List<Line> published = new ArrayList<>();
            SplittableRandom random = new SplittableRandom(16);
            for (int day = 0; day < 40; day++) {
                for (int i = random.nextInt(4); i > 0; i--) {
                    String unit = OFFICES.get(random.nextInt(OFFICES.size()));
                    String field = FIELDS.get(random.nextInt(2));
                    int points = 1 + random.nextInt(10);
                    office.mark(unit, field, points, office.clock.instant());
                    given.computeIfAbsent(field + " " + unit, cell -> new ArrayList<>())
                            .add(points);
                }
                office.clock.advance(Duration.ofDays(1));
                ask(office, told);
                published.addAll(notOfWholeGroups(office, given));
            }
            assertThat(published)
                    .as("the same number of people with another mean is another group")
                    .isEmpty();
            assertThat(told).hasSizeGreaterThan(100);
            assertThat(told.stream().mapToLong(Told::n).max().orElse(0)).isGreaterThan(20);
            assertThat(differences(told)).noneMatch(n -> n >= 1 && n <= 4);
        }
    }

    private static void ask(ReportHouse office, List<Told> told) {
        LocalDate today = LocalDate.ofInstant(office.clock.instant(), java.time.ZoneOffset.ofHours(7));
        for (String unit : List.of("QT", "KS", "LB", "KS-HCC", "KS-PKT")) {
            Board board = office.house
                    .get(LeaderBoard.class)
                    .of(ReportHouse.viewer(Role.LEADER, unit), today)
                    .orElseThrow();
            board.today().score().ifPresent(mean -> told.add(told(mean)));
            board.scores().stream().map(UnitScore::mean).forEach(mean -> mean.ifPresent(m -> told.add(told(m))));
        }
        for (int quarter = 1; quarter <= 2; quarter++) {
            for (Line line : office.house.get(PublicFigures.class).of(Quarter.of(2026, quarter))) {
                line.mean().ifPresent(mean -> told.add(told(mean)));
            }
        }
    }

    /** {@code given} are the marks of every field and office in the order they came. */
    private static List<Line> notOfWholeGroups(ReportHouse office, Map<String, List<Integer>> given) {
        return List.of(1, 2).stream()
                .flatMap(quarter -> office.house.get(PublicFigures.class).of(Quarter.of(2026, quarter)).stream())
                .filter(line -> line.mean().isPresent())
                .filter(line -> given.entrySet().stream()
                        .filter(cell -> cell.getKey().startsWith(line.field() + " "))
                        .noneMatch(cell -> told(line.mean().get()).isOfWholeGroups(cell.getValue())))
                .toList();
    }

    private static Told told(Mean mean) {
        return new Told(mean.n(), mean.mean() * mean.n());
    }

    private static List<Long> differences(List<Told> told) {
        List<Long> all = new ArrayList<>();
        for (Told one : told) {
            for (Told other : told) {
                all.add(Math.abs(one.n() - other.n()));
            }
        }
        return all;
    }

    @Test
    void aMarkThatMayStillChangeIsInNoFigure() {
        try (ReportHouse office = new ReportHouse("2026-03-02T09:30")) {
            for (int i = 0; i < 10; i++) {
                office.mark("KS-HCC", "DATDAI", 8, office.clock.instant());
            }
            assertThat(mean(office)).isEmpty();
            office.clock.advance(Duration.ofDays(8));
            assertThat(mean(office))
                    .hasValueSatisfying(mean -> assertThat(mean.n()).isEqualTo(10));
        }
    }

    @Test
    void scenario3_lowMarksAreInTheQuarterOnlyOnceFiveOfThemAre() {
        try (ReportHouse office = new ReportHouse("2026-03-02T09:30")) {
            for (int given = 1; given <= 5; given++) {
                office.mark("KS-HCC", "DATDAI", 3, office.clock.instant());
                office.clock.advance(Duration.ofDays(8));
                List<Line> marked = office.house.get(PublicFigures.class).of(Quarter.of(2026, 2)).stream()
                        .filter(line -> line.mean().isPresent() || line.low().isPresent())
                        .toList();
                if (given < 5) {
                    assertThat(marked).as("%s given", given).isEmpty();
                } else {
                    assertThat(marked).singleElement().satisfies(line -> {
                        assertThat(line.mean().orElseThrow().n()).isEqualTo(5);
                        assertThat(line.low()).contains(1.0);
                    });
                }
            }
        }
    }

    private static java.util.Optional<Mean> mean(ReportHouse office) {
        LocalDate today = LocalDate.ofInstant(office.clock.instant(), java.time.ZoneOffset.ofHours(7));
        return office.house
                .get(LeaderBoard.class)
                .of(ReportHouse.viewer(Role.LEADER, "KS"), today)
                .orElseThrow()
                .today()
                .score();
    }

    @Test
    void countsOfCasesAreToldInFives() {
        for (long real = 0; real < 200; real++) {
            for (long other = 0; other < 200; other++) {
                assertThat(Math.abs(CellRule.told(real) - CellRule.told(other)) % CellRule.SMALLEST)
                        .isZero();
            }
        }
    }
}
