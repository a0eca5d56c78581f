package vn.mscore.hotline.report.sql;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.report.Mean;
import vn.mscore.hotline.report.PublicFigures.Edition;
import vn.mscore.hotline.report.PublicFigures.Line;
import vn.mscore.hotline.report.PublicFigures.Quarter;

/** The tables {@code report_edition} and {@code report_edition_line}. */
@Singleton
class SqlEditions {
    private final Sql sql;

    /** Works in the caller's transaction. */
    @Inject
    SqlEditions(Sql sql) {
        this.sql = sql;
    }

    /** Whether nobody has told this quarter yet; who tells it at the same moment waits for the caller's transaction. */
    boolean opens(Quarter quarter, LocalDate madeOn) {
        return sql.insertNew("insert into report_edition (quarter, made_on) values (?, ?)", quarter.code(), madeOn);
    }

    void keep(Quarter quarter, List<Line> lines) {
        List<Object[]> rows = new ArrayList<>();
        for (Line line : lines) {
            rows.add(new Object[] {
                quarter.code(),
                rows.size(),
                line.unit(),
                line.field(),
                line.returned(),
                line.onTime().orElse(null),
                line.overdue(),
                line.invited(),
                line.response().orElse(null),
                line.mean().map(Mean::n).orElse(0L),
                line.mean().map(Mean::mean).orElse(null),
                line.mean().map(Mean::low).orElse(null),
                line.mean().map(Mean::high).orElse(null),
                line.low().orElse(null),
                line.again().orElse(null)
            });
        }
        sql.insertAll(
                "insert into report_edition_line (quarter, place, office, field, returned, on_time, overdue, invited,"
                        + " response, marks, mean, mean_low, mean_high, low, again) values ",
                "(" + Sql.marks(15) + ")",
                rows);
    }

    Edition of(Quarter quarter) {
        LocalDate madeOn = sql.first(
                        "select made_on from report_edition where quarter = ?",
                        row -> LocalDate.parse(row.text("made_on")),
                        quarter.code())
                .orElseThrow();
        return new Edition(
                madeOn,
                sql.rows(
                        "select * from report_edition_line where quarter = ? order by place",
                        SqlEditions::line,
                        quarter.code()));
    }

    private static Line line(Sql.Row row) throws SQLException {
        return new Line(
                row.text("office"),
                row.text("field"),
                row.number("returned"),
                share(row, "on_time"),
                row.number("overdue"),
                row.number("invited"),
                share(row, "response"),
                mean(row),
                share(row, "low"),
                share(row, "again"));
    }

    private static Optional<Mean> mean(Sql.Row row) throws SQLException {
        Optional<Double> mean = share(row, "mean");
        return mean.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mean(
                        row.number("marks"),
                        mean.get(),
                        row.columns().getDouble("mean_low"),
                        row.columns().getDouble("mean_high")));
    }

    private static Optional<Double> share(Sql.Row row, String column) throws SQLException {
        double value = row.columns().getDouble(column);
        return row.columns().wasNull() ? Optional.empty() : Optional.of(value);
    }
}
