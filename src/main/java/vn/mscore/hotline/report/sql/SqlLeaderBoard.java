package vn.mscore.hotline.report.sql;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.report.LateCase;
import vn.mscore.hotline.report.LeaderBoard;
import vn.mscore.hotline.report.Mean;
import vn.mscore.hotline.report.sql.SqlMarks.Period;
import vn.mscore.hotline.report.sql.SqlMarks.Sum;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Units;

/** The leader's page out of stage logs, cases and marks. */
@Singleton
public class SqlLeaderBoard implements LeaderBoard {
    private static final int LISTED = 50;
    private static final int HOLDERS = 20;

    private final InTransaction transaction;
    private final SqlHolding holding;
    private final SqlLateCases cases;
    private final SqlMarks marks;
    private final Units units;
    private final WorkCalendars calendars;

    /** Reads what the three give. */
    @Inject
    public SqlLeaderBoard(
            InTransaction transaction,
            SqlHolding holding,
            SqlLateCases cases,
            SqlMarks marks,
            Units units,
            WorkCalendars calendars) {
        this.transaction = transaction;
        this.holding = holding;
        this.cases = cases;
        this.marks = marks;
        this.units = units;
        this.calendars = calendars;
    }

    @Override
    public Optional<Board> of(Viewer viewer, LocalDate day) {
        return his(viewer) ? Optional.of(transaction.call(() -> board(viewer, day))) : Optional.empty();
    }

    @Override
    public Optional<Whole> whole(Viewer viewer, LocalDate day) {
        return his(viewer) ? Optional.of(new Uncut(viewer, day)) : Optional.empty();
    }

    private static boolean his(Viewer viewer) {
        return viewer.is(Role.LEADER) && viewer.unit().isPresent();
    }

    private Set<UnitCode> area(Viewer viewer, LocalDate day) {
        return units.answersFor(viewer.unit().orElseThrow(), true, day);
    }

    private List<Sum> sums(Set<UnitCode> area, LocalDate day) {
        return marks.of(area, new Period(day.minusYears(1), day, day));
    }

    private final class Uncut implements Whole {
        private final Viewer viewer;
        private final LocalDate day;

        Uncut(Viewer viewer, LocalDate day) {
            this.viewer = viewer;
            this.day = day;
        }

        @Override
        public List<Holder> holders() {
            return SqlLeaderBoard.this.holders(holding.of(area(viewer, day)));
        }

        @Override
        public List<UnitScore> scores() {
            Set<UnitCode> area = area(viewer, day);
            return SqlLeaderBoard.this.scores(holding.of(area), sums(area, day), day);
        }

        @Override
        public List<LateDossier> dossiers() {
            List<Held> held = holding.of(area(viewer, day));
            return SqlLeaderBoard.this.dossiers(overdue(held, day), day, Integer.MAX_VALUE);
        }

        @Override
        public Stream<LateCase> cases() {
            return cases.all(viewer, day);
        }
    }

    private static List<Held> overdue(List<Held> held, LocalDate day) {
        return held.stream().filter(one -> one.overdueOn(day)).toList();
    }

    private Board board(Viewer viewer, LocalDate day) {
        Set<UnitCode> area = area(viewer, day);
        List<Held> held = holding.of(area);
        List<Held> overdue = overdue(held, day);
        List<Sum> sums = sums(area, day);
        List<Holder> holders = holders(held);
        Today today = new Today(
                cases.fresh(viewer, day),
                cases.late(viewer, day),
                overdue.size(),
                sums.stream().reduce(Sum::plus).map(Sum::mean));
        return new Board(
                day,
                today,
                holders.stream().limit(HOLDERS).toList(),
                holders.size(),
                Causes.of(overdue),
                scores(held, sums, day),
                dossiers(overdue, day, LISTED),
                cases.list(viewer, day, LISTED));
    }

    private List<Holder> holders(List<Held> held) {
        Map<List<String>, List<Held>> steps = held.stream()
                .filter(one -> !one.waiting())
                .collect(Collectors.groupingBy(one -> List.of(one.unit(), one.stage())));
        return steps.values().stream()
                .map(this::holder)
                .sorted(Comparator.comparingInt(Holder::longestDays)
                        .thenComparingInt(Holder::dossiers)
                        .reversed()
                        .thenComparing(Holder::name))
                .toList();
    }

    private Holder holder(List<Held> step) {
        Held one = step.get(0);
        UnitCode unit = new UnitCode(one.unit());
        return new Holder(
                unit,
                units.name(unit).full(),
                one.stage(),
                step.size(),
                (int) step.stream().filter(Held::late).count(),
                step.stream().mapToInt(Held::days).max().orElse(0));
    }

    private List<UnitScore> scores(List<Held> held, List<Sum> sums, LocalDate day) {
        Map<UnitCode, Sum> byUnit = new HashMap<>();
        for (Sum sum : sums) {
            byUnit.merge(units.successor(new UnitCode(sum.unit()), sum.field(), day), sum, Sum::plus);
        }
        held.forEach(one -> byUnit.putIfAbsent(new UnitCode(one.unit()), null));
        return byUnit.entrySet().stream()
                .map(entry -> score(entry.getKey(), Optional.ofNullable(entry.getValue())))
                .sorted(Comparator.comparing(SqlLeaderBoard::order).thenComparing(UnitScore::name))
                .toList();
    }

    private UnitScore score(UnitCode unit, Optional<Sum> sum) {
        return new UnitScore(unit, units.name(unit).full(), sum.map(Sum::mean));
    }

    private static double order(UnitScore score) {
        return score.mean().map(Mean::mean).orElse(Double.MAX_VALUE);
    }

    private List<LateDossier> dossiers(List<Held> overdue, LocalDate day, int most) {
        return overdue.stream()
                .sorted(Comparator.comparing((Held one) -> one.due().orElse(day))
                        .thenComparing(Held::code))
                .limit(most)
                .map(one -> dossier(one, day))
                .toList();
    }

    private LateDossier dossier(Held one, LocalDate day) {
        LocalDate due = one.due().orElse(day);
        String holder = units.name(new UnitCode(one.unit())).full();
        int late = calendars.of(one.unit()).workingDaysBetween(due, day);
        return new LateDossier(one.code(), holder, one.stage(), one.days(), due, late);
    }
}
