package vn.mscore.hotline.report.sql;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.report.PublicFigures.Line;
import vn.mscore.hotline.report.PublicFigures.Quarter;
import vn.mscore.hotline.report.ReportRules;
import vn.mscore.hotline.report.sql.SqlMarks.Period;
import vn.mscore.hotline.report.sql.SqlMarks.Sum;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Units;

/**
 * What may be told of a quarter now: every count in whole groups of five of one office and field, in the order in which what is
 * counted happened.
 */
@Singleton
public class QuarterLines {
    private static final String WHOLE_GROUPS =
            "select unit, field, count(*) as n, sum(yes) as yes from (select unit, field, yes,"
                    + " row_number() over (partition by unit, field order by at, id) as place,"
                    + " count(*) over (partition by unit, field) as given from (%s) seen) numbered"
                    + " where place <= given - given %% ? group by unit, field";
    private static final String RETURNED =
            "select id, unit, field, returned_at as at, due_at is null or returned_at <= due_at as yes from dossier"
                    + " where returned_at >= ? and returned_at < ?";
    private static final String OVERDUE = "select id, unit, field, due_at as at, true as yes from dossier"
            + " where status in ('RECEIVED', 'PROCESSING', 'SUPPLEMENT_REQUIRED', 'PAYMENT_REQUIRED')"
            + " and returned_at is null and due_at < ?";
    private static final String INVITED =
            "select s.id, d.unit, d.field, d.returned_at as at, exists (select 1 from score m"
                    + " where m.dossier = d.code and m.weight > 0 and m.scored_at < ?) as yes"
                    + " from notice_survey s join dossier d on d.code = s.dossier"
                    + " where s.state = 'INVITED' and d.returned_at >= ? and d.returned_at < ?";
    private static final String VISITS = "select id, unit, field, scored_at as at, visits > 1 as yes from score"
            + " where weight > 0 and visits is not null and scored_at >= ? and scored_at < ?";

    private final Sql sql;
    private final SqlMarks marks;
    private final Units units;
    private final ReportRules rules;

    /** Reads in the caller's transaction. */
    @Inject
    public QuarterLines(Sql sql, SqlMarks marks, Units units, Settings settings) {
        this.sql = sql;
        this.marks = marks;
        this.units = units;
        this.rules = ReportRules.from(settings);
    }

    private record Cell(String unit, String field) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            int byUnit = unit.compareTo(other.unit);
            return byUnit != 0 ? byUnit : field.compareTo(other.field);
        }
    }

    private record Count(Cell cell, long n, long yes) {
        static final Count NONE = new Count(new Cell("", ""), 0, 0);

        static Count read(Sql.Row row) throws SQLException {
            return new Count(cell(row), row.number("n"), row.number("yes"));
        }

        private static Cell cell(Sql.Row row) throws SQLException {
            return new Cell(row.text("unit"), row.text("field"));
        }

        Optional<Double> share() {
            return n == 0 ? Optional.empty() : Optional.of((double) yes / n);
        }
    }

    private record Counts(
            Map<Cell, Count> returned,
            Map<Cell, Count> overdue,
            Map<Cell, Count> invited,
            Map<Cell, Count> visits,
            Map<Cell, Sum> marks) {
        TreeSet<Cell> cells() {
            TreeSet<Cell> cells = new TreeSet<>(returned.keySet());
            cells.addAll(overdue.keySet());
            cells.addAll(marks.keySet());
            return cells;
        }

        private static Count of(Map<Cell, Count> counts, Cell cell) {
            return counts.getOrDefault(cell, Count.NONE);
        }
    }

    /** The lines of {@code quarter} as known on the morning of {@code today}. */
    public List<Line> of(Quarter quarter, LocalDate today) {
        Instant from = midnight(quarter.first());
        Instant to = midnight(quarter.last().plusDays(1));
        Instant known = midnight(today.minusDays(rules.finalDays()));
        Instant marked = known.isBefore(to) ? known : to;
        Counts counts = new Counts(
                counts(RETURNED, from, to),
                counts(OVERDUE, to),
                counts(INVITED, known, from, to),
                counts(VISITS, from, marked),
                marks.all(new Period(quarter.first(), quarter.last(), today)).stream()
                        .collect(Collectors.toMap(sum -> new Cell(sum.unit(), sum.field()), Function.identity())));
        return counts.cells().stream().map(cell -> line(cell, counts)).toList();
    }

    private Map<Cell, Count> counts(String query, Object... parameters) {
        Object[] all =
                Stream.concat(Stream.of(parameters), Stream.of(rules.cell())).toArray();
        return sql.rows(WHOLE_GROUPS.formatted(query), Count::read, all).stream()
                .collect(Collectors.toMap(Count::cell, Function.identity()));
    }

    private Line line(Cell cell, Counts counts) {
        Count returned = Counts.of(counts.returned, cell);
        Count invited = Counts.of(counts.invited, cell);
        Optional<Sum> marked = Optional.ofNullable(counts.marks.get(cell));
        return new Line(
                units.name(new UnitCode(cell.unit())).full(),
                cell.field(),
                returned.n(),
                returned.share(),
                Counts.of(counts.overdue, cell).n(),
                invited.n(),
                invited.share(),
                marked.map(Sum::mean),
                marked.map(sum -> (double) sum.low() / sum.n()),
                Counts.of(counts.visits, cell).share());
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.ofHours(7));
    }
}
