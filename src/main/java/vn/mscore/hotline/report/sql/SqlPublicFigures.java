package vn.mscore.hotline.report.sql;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.report.PublicFigures;
import vn.mscore.hotline.report.ReportRules;
import vn.mscore.hotline.report.sql.SqlMarks.Period;
import vn.mscore.hotline.report.sql.SqlMarks.Sum;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Units;

/** Quarterly figures: returned dossiers and marks, both in whole groups of five of one office and field. */
@Singleton
public class SqlPublicFigures implements PublicFigures {
    private static final String RETURNED =
            "select unit, field, count(*) as n, sum(in_time) as in_time from (select unit,"
                    + " field, due_at is null or returned_at <= due_at as in_time,"
                    + " row_number() over (partition by unit, field order by returned_at, id) as place,"
                    + " count(*) over (partition by unit, field) as given from dossier"
                    + " where returned_at >= ? and returned_at < ?) numbered where place <= given - given % ?"
                    + " group by unit, field";
    private static final String INVITED = "select d.unit, d.field, count(*) as n, 0 as in_time from notice_survey s"
            + " join dossier d on d.code = s.dossier where s.state = 'INVITED'"
            + " and d.returned_at >= ? and d.returned_at < ? group by d.unit, d.field";

    private final InTransaction transaction;
    private final Sql sql;
    private final SqlMarks marks;
    private final Units units;
    private final WorkCalendars calendars;
    private final Clock clock;
    private final ReportRules rules;

    /** Reads as of {@code clock}. */
    @Inject
    public SqlPublicFigures(
            InTransaction transaction,
            Sql sql,
            SqlMarks marks,
            Units units,
            WorkCalendars calendars,
            Clock clock,
            Settings settings) {
        this.transaction = transaction;
        this.sql = sql;
        this.marks = marks;
        this.units = units;
        this.calendars = calendars;
        this.clock = clock;
        this.rules = ReportRules.from(settings);
    }

    private record Cell(String unit, String field) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            int byUnit = unit.compareTo(other.unit);
            return byUnit != 0 ? byUnit : field.compareTo(other.field);
        }
    }

    private record Count(Cell cell, long n, long inTime) {
        static final Count NONE = new Count(new Cell("", ""), 0, 0);

        static Count read(Sql.Row row) throws SQLException {
            return new Count(cell(row), row.number("n"), row.number("in_time"));
        }

        private static Cell cell(Sql.Row row) throws SQLException {
            return new Cell(row.text("unit"), row.text("field"));
        }

        Optional<Double> share() {
            return n == 0 ? Optional.empty() : Optional.of((double) inTime / n);
        }
    }

    @Override
    public List<Line> of(Quarter quarter) {
        return transaction.call(() -> lines(quarter));
    }

    private List<Line> lines(Quarter quarter) {
        LocalDate today = calendars.national().dayOf(clock.instant());
        Instant from = midnight(quarter.first());
        Instant to = midnight(quarter.last().plusDays(1));
        Map<Cell, Count> returned = counts(RETURNED, from, to, rules.cell());
        Map<Cell, Count> invited = counts(INVITED, from, to);
        Map<Cell, Sum> sums = new HashMap<>();
        for (Sum sum : marks.all(new Period(quarter.first(), quarter.last(), today))) {
            sums.put(new Cell(sum.unit(), sum.field()), sum);
        }
        TreeSet<Cell> cells = new TreeSet<>(returned.keySet());
        cells.addAll(sums.keySet());
        return cells.stream()
                .map(cell -> line(
                        returned.getOrDefault(cell, new Count(cell, 0, 0)),
                        invited.getOrDefault(cell, Count.NONE),
                        Optional.ofNullable(sums.get(cell))))
                .toList();
    }

    private Map<Cell, Count> counts(String query, Object... parameters) {
        return sql.rows(query, Count::read, parameters).stream()
                .collect(Collectors.toMap(Count::cell, Function.identity()));
    }

    private Line line(Count returned, Count invited, Optional<Sum> sum) {
        return new Line(
                units.name(new UnitCode(returned.cell().unit())).full(),
                returned.cell().field(),
                returned.n(),
                returned.share(),
                invited.n() - invited.n() % rules.cell(),
                sum.map(Sum::mean),
                sum.map(marked -> (double) marked.low() / marked.n()));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.ofHours(7));
    }
}
