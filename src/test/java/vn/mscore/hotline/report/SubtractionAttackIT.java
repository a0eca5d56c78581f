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
import vn.mscore.hotline.report.sql.QuarterLines;

/** security.md L7, row 149: somebody who keeps every figure he ever got and subtracts all pairs. */
class SubtractionAttackIT {
    private static final List<String> OFFICES = List.of("KS-HCC", "KS-PKT", "LB-HCC");
    private static final List<String> NAMES =
            List.of("TT PVHCC xã Khe Sanh", "Phòng Kinh tế xã Khe Sanh", "TT PVHCC xã Lao Bảo");
    private static final List<String> FIELDS = List.of("DATDAI", "TUPHAP");

    /** A told number of people and the sum of their marks. */
    private record Told(long n, double sum) {
        /** Whether it is what some whole groups of five, one after the other, gave: no mark enters or leaves alone. */
        boolean isOfWholeGroups(List<Integer> marks) {
            if (n % CellRule.SMALLEST != 0) {
                return false;
            }
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
        // So that groups are filled on both sides of a quarter's end and across it.
        try (ReportHouse office = new ReportHouse("2026-03-12T09:30")) {
            List<Told> onBoards = new ArrayList<>();
            List<Line> published = new ArrayList<>();
            List<Line> ofNoWholeGroups = new ArrayList<>();
            Map<String, List<Integer>> given = new TreeMap<>();
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
                onBoards.addAll(onBoards(office));
                List<Line> now = published(office);
                published.addAll(now);
                ofNoWholeGroups.addAll(notOfWholeGroups(now, given));
            }
            assertThat(onBoards).as("looked at").hasSizeGreaterThan(100);
            assertThat(published).as("looked at").hasSizeGreaterThan(10);
            assertThat(ofNoWholeGroups)
                    .as("the same number of people with another mean is another group")
                    .isEmpty();
            List<Told> told = new ArrayList<>(onBoards);
            published.forEach(line -> told.add(told(line.mean().orElseThrow())));
            assertThat(told.stream().mapToLong(Told::n).max().orElse(0)).isGreaterThan(20);
            assertThat(differences(told)).noneMatch(n -> n >= 1 && n <= 4);
        }
    }

    private static List<Told> onBoards(ReportHouse office) {
        List<Told> told = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(office.clock.instant(), java.time.ZoneOffset.ofHours(7));
        for (String unit : List.of("QT", "KS", "LB", "KS-HCC", "KS-PKT")) {
            Board board = office.house
                    .get(LeaderBoard.class)
                    .of(ReportHouse.viewer(Role.LEADER, unit), today)
                    .orElseThrow();
            board.today().score().ifPresent(mean -> told.add(told(mean)));
            board.scores().stream().map(UnitScore::mean).forEach(mean -> mean.ifPresent(m -> told.add(told(m))));
        }
        return told;
    }

    /** The lines for everybody that tell a mean. */
    private static List<Line> published(ReportHouse office) {
        return List.of(1, 2).stream()
                .flatMap(quarter -> lines(office, Quarter.of(2026, quarter)).stream())
                .filter(line -> line.mean().isPresent())
                .toList();
    }

    private static List<Line> lines(ReportHouse office, Quarter quarter) {
        LocalDate today = LocalDate.ofInstant(office.clock.instant(), java.time.ZoneOffset.ofHours(7));
        return office.house.tx(() -> office.house.get(QuarterLines.class).of(quarter, today));
    }

    /** {@code given} are the marks of every field and office in the order they came. */
    private static List<Line> notOfWholeGroups(List<Line> published, Map<String, List<Integer>> given) {
        return published.stream()
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
    void scenario3_lowMarksAreInTheQuarterOnlyOnceFiveOfThemAreWhicheverOfThemWasForMoney() {
        try (ReportHouse office = new ReportHouse("2026-03-02T09:30")) {
            for (int given = 1; given <= 5; given++) {
                for (String unit : OFFICES) {
                    office.mark(unit, "DATDAI", 3, office.clock.instant());
                }
                office.sql("update score set money = true where unit = ?", "KS-HCC");
                if (given == 5) {
                    office.sql("update score set money = true where unit = ? order by id desc limit 1", "KS-PKT");
                }
                office.clock.advance(Duration.ofDays(8));
                List<Line> marked = lines(office, Quarter.of(2026, 2)).stream()
                        .filter(line -> line.mean().isPresent() || line.low().isPresent())
                        .toList();
                if (given < 5) {
                    assertThat(marked).as("%s given", given).isEmpty();
                } else {
                    assertThat(marked).extracting(Line::unit).containsExactlyInAnyOrderElementsOf(NAMES);
                    assertThat(marked).allSatisfy(line -> {
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
