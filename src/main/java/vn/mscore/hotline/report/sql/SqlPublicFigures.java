package vn.mscore.hotline.report.sql;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.report.PublicFigures;
import vn.mscore.hotline.report.ReportRules;

/** Quarters as they were first told. */
@Singleton
public class SqlPublicFigures implements PublicFigures {
    private static final int OFFERED = 8;

    private final InTransaction transaction;
    private final QuarterLines lines;
    private final SqlEditions editions;
    private final WorkCalendars calendars;
    private final Clock clock;
    private final int finalDays;

    /** Days are those of {@code calendars} by {@code clock}. */
    @Inject
    public SqlPublicFigures(
            InTransaction transaction,
            QuarterLines lines,
            SqlEditions editions,
            WorkCalendars calendars,
            Clock clock,
            Settings settings) {
        this.transaction = transaction;
        this.lines = lines;
        this.editions = editions;
        this.calendars = calendars;
        this.clock = clock;
        this.finalDays = ReportRules.from(settings).finalDays();
    }

    private LocalDate today() {
        return calendars.national().dayOf(clock.instant());
    }

    @Override
    public List<Quarter> quarters() {
        return Stream.iterate(Quarter.before(today().minusDays(finalDays)), quarter -> Quarter.before(quarter.first()))
                .limit(OFFERED)
                .toList();
    }

    @Override
    public Edition of(Quarter quarter) {
        return transaction.call(() -> {
            LocalDate today = today();
            if (editions.opens(quarter, today)) {
                editions.keep(quarter, lines.of(quarter, today));
            }
            return editions.of(quarter);
        });
    }
}
