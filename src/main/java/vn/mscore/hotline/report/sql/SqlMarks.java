package vn.mscore.hotline.report.sql;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.report.Mean;
import vn.mscore.hotline.report.ReportRules;
import vn.mscore.hotline.shared.UnitCode;

/**
 * Marks in groups of five (ADR 16): of one office and field, in the order they were given, a mark that can no longer change
 * counts once its group is full, on the day the group was filled; one that nothing ties to its dossier counts nowhere, one
 * tied by the PIN weighs half.
 * Whatever is asked is a sum of whole groups, so that no two answers differ by fewer than five people.
 */
@Singleton
public class SqlMarks {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final String NUMBERED = "select unit, field, points * 10 / scale as mark, scored_at,"
            + " weight,"
            + " row_number() over (partition by unit, field order by scored_at, id) as place,"
            + " count(*) over (partition by unit, field) as given from score"
            + " where weight > 0 and scored_at < ?";
    private static final String GROUPED =
            "select unit, field, mark, weight, max(scored_at) over (partition by unit, field,"
                    + " (place - 1) div ?) as filled_at from (" + NUMBERED
                    + ") numbered where place <= given - given % ?";
    private static final String SUMS =
            "select unit, field, count(*) as n, sum(weight) as weight, sum(weight * mark) as total, sum(weight * mark * mark) as squares,"
                    + " sum(mark <= 5) as low from (" + GROUPED + ") grouped where filled_at >= ? and filled_at < ?";

    private final Sql sql;
    private final ReportRules rules;

    /** Reads in the caller's transaction. */
    @Inject
    public SqlMarks(Sql sql, Settings settings) {
        this.sql = sql;
        this.rules = ReportRules.from(settings);
    }

    /** Groups filled between two days, both included, as known on the morning of {@code asOf}. */
    record Period(LocalDate from, LocalDate to, LocalDate asOf) {}

    /** The marks of an office and field. */
    record Sum(String unit, String field, long n, double weight, double total, double squares, long low) {
        static Sum read(Sql.Row row) throws SQLException {
            return new Sum(
                    row.text("unit"),
                    row.text("field"),
                    row.number("n"),
                    row.columns().getDouble("weight"),
                    row.columns().getDouble("total"),
                    row.columns().getDouble("squares"),
                    row.number("low"));
        }

        Mean mean() {
            return Mean.of(n, weight, total, squares);
        }

        Sum plus(Sum other) {
            return new Sum(
                    unit,
                    field,
                    n + other.n,
                    weight + other.weight,
                    total + other.total,
                    squares + other.squares,
                    low + other.low);
        }
    }

    /** By office and field, everywhere. */
    List<Sum> all(Period period) {
        return sql.rows(SUMS + " group by unit, field order by unit, field", Sum::read, parameters(period));
    }

    /** By office and field, of some offices. */
    List<Sum> of(Set<UnitCode> area, Period period) {
        return all(period).stream()
                .filter(sum -> area.contains(new UnitCode(sum.unit())))
                .toList();
    }

    private Object[] parameters(Period period) {
        return new Object[] {
            rules.cell(),
            midnight(period.asOf().minusDays(rules.finalDays())),
            rules.cell(),
            midnight(period.from()),
            midnight(period.to().plusDays(1))
        };
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay().toInstant(VIETNAM);
    }
}
