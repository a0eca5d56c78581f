package vn.mscore.hotline.complaint.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.mscore.hotline.calendar.TableCalendars;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.CaseClock;
import vn.mscore.hotline.complaint.CaseClock.Course;
import vn.mscore.hotline.complaint.CaseClock.Pause;
import vn.mscore.hotline.complaint.CaseClock.Promise;
import vn.mscore.hotline.complaint.CaseClock.Reading;
import vn.mscore.hotline.complaint.CaseClock.Step;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.triage.ComplaintTables;
import vn.mscore.hotline.house.PackedCalendars;
import vn.mscore.hotline.platform.Settings;

class TableClockTest {
    private static final Settings NONE = key -> Optional.empty();
    private static final ClockTable TABLE = new ClockTable(NONE, new ComplaintTables(NONE));
    private static final WorkCalendars PACKED = PackedCalendars.read();
    private static final CaseClock CLOCK = new TableClock(TABLE, PACKED);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(7));
    }

    private static Optional<Instant> maybe(String local) {
        return local.equals("-") ? Optional.empty() : Optional.of(at(local));
    }

    private static List<Pause> pauses(String column) {
        List<Pause> pauses = new ArrayList<>();
        for (String one : column.equals("-") ? new String[0] : column.split(";")) {
            String[] ends = one.split("\\.\\.", -1);
            pauses.add(new Pause(at(ends[0]), maybe(ends[1].isEmpty() ? "-" : ends[1])));
        }
        return pauses;
    }

    private static Promise promise(String column) {
        String[] part = column.split("\\+");
        return new Promise(LocalDate.parse(part[0]), Integer.parseInt(part[1]));
    }

    private static Course course(String[] row) {
        return new Course(
                ComplaintKind.valueOf(row[1]),
                row[2],
                row[3].equals("yes"),
                State.valueOf(row[4]),
                promise(row[9]),
                at(row[5]),
                maybe(row[6]),
                maybe(row[7]),
                maybe(row[8]),
                pauses(row[11]),
                Integer.parseInt(row[10]));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/complaint/clock-cases.tsv", delimiter = '\t')
    void clockShouldReadAsTheTableOfCasesSays(org.junit.jupiter.params.aggregator.ArgumentsAccessor cells) {
        String[] row = Arrays.stream(cells.toArray()).map(String::valueOf).toArray(String[]::new);
        Instant now = at(row[12]);
        Reading reading = CLOCK.read(course(row), now).orElseThrow();
        assertThat(List.of(
                        reading.step(),
                        reading.due(),
                        reading.dueDay(),
                        reading.originalDay(),
                        reading.paused(),
                        reading.pausedDays(),
                        reading.daysLeft()))
                .isEqualTo(List.of(
                        Step.valueOf(row[13]),
                        at(row[14]),
                        LocalDate.parse(row[15]),
                        LocalDate.parse(row[16]),
                        row[17].equals("yes"),
                        Integer.parseInt(row[18]),
                        Integer.parseInt(row[19])));
        assertThat(reading.partUsed()).isCloseTo(Double.parseDouble(row[20]), within(0.006));
        assertThat(reading.overdue(now)).isEqualTo(!reading.paused() && reading.partUsed() > 1);
    }

    private static Course plain(State state) {
        return new Course(
                ComplaintKind.FEEDBACK,
                "GTDB",
                false,
                state,
                new Promise(LocalDate.of(2026, 8, 3), 10),
                at("2026-08-03T09:30"),
                Optional.of(at("2026-08-03T10:00")),
                Optional.of(at("2026-08-03T11:00")),
                Optional.empty(),
                List.of(),
                0);
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"DA_TRA_LOI", "DONG", "TU_CHOI", "TRUNG", "CHUYEN_KHAC", "RUT"})
    void nothingShouldRunWhereNobodyOwesAnything(State state) {
        assertThat(CLOCK.all(plain(state), at("2026-09-30T09:00"))).isEmpty();
    }

    @Test
    void warningShouldComeWhenSeventyPercentOfTheWorkingTimeAreUsed() {
        Reading reading =
                CLOCK.read(plain(State.DANG_XU_LY), at("2026-08-03T12:00")).orElseThrow();
        assertThat(reading.warnAt()).isEqualTo(at("2026-08-12T17:00"));
        assertThat(reading.dueSoon(at("2026-08-12T16:59"))).isFalse();
        assertThat(reading.dueSoon(at("2026-08-12T17:00"))).isTrue();
        assertThat(CLOCK.read(plain(State.DANG_XU_LY), reading.warnAt())
                        .orElseThrow()
                        .partUsed())
                .isCloseTo(0.7, within(0.001));
    }

    @Test
    void anotherCalendarShouldGiveAnotherDay() {
        List<TableCalendars.Table> tables = new ArrayList<>(PackedCalendars.tables());
        tables.add(new TableCalendars.Table(
                "storm", List.of("unit,day,hours,why", ",2026-08-06,closed,bão", ",2026-08-07,closed,bão")));
        CaseClock after = new TableClock(TABLE, new TableCalendars(tables));
        Instant now = at("2026-08-05T09:00");
        assertThat(CLOCK.read(plain(State.DANG_XU_LY), now).orElseThrow().dueDay())
                .isEqualTo("2026-08-17");
        assertThat(after.read(plain(State.DANG_XU_LY), now).orElseThrow().dueDay())
                .isEqualTo("2026-08-19");
    }
}
