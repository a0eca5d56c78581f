package vn.mscore.hotline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.calendar.TableCalendars.Table;

class WorkCalendarTest {
    private static final List<String> EXCEPTIONS = List.of(
            "unit,day,hours,why",
            "SAT,SATURDAY,07:30-11:30,Saturday mornings",
            "SAT,2026-09-02,08:00-10:00,ceremony desk",
            "HALF,2026-08-18,07:30-11:30,half day");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/calendar/cases.csv", numLinesToSkip = 1)
    void answersAsTheTableSays(ArgumentsAccessor row) {
        String unit = row.getString(1) == null ? "" : row.getString(1);
        WorkCalendar calendar = calendars(unit).of(unit);
        assertThat(answer(calendar, row.getString(2), row.getString(3), row.getString(4)))
                .as(row.getString(0))
                .isEqualTo(row.getString(5));
    }

    private static String answer(WorkCalendar calendar, String question, String a, String b) {
        return switch (question) {
            case "plus" ->
                calendar.plusWorkingDays(LocalDate.parse(a), Integer.parseInt(b))
                        .toString();
            case "between" -> "" + calendar.workingDaysBetween(LocalDate.parse(a), LocalDate.parse(b));
            case "counted" -> calendar.countedFrom(at(a)).toString();
            case "open" -> "" + calendar.isOpen(at(a));
            case "minutes" -> "" + calendar.workingMinutesBetween(at(a), at(b));
            default -> throw new IllegalArgumentException(question);
        };
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(7));
    }

    private static TableCalendars calendars(String unit) {
        List<Table> tables =
                new ArrayList<>(List.of(packed("week"), packed("holidays"), new Table("exceptions", EXCEPTIONS)));
        if (unit.equals("CULTURE")) {
            tables.add(packed("culture-day"));
        }
        return new TableCalendars(tables);
    }

    private static Table packed(String name) {
        try (InputStream in = WorkCalendarTest.class.getResourceAsStream("/calendar/" + name + ".csv")) {
            return new Table(
                    name,
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    hours backwards        | ,2026-08-18,11:30-07:30,x
                    hours overlap          | ,2026-08-18,07:30-11:30 11:00-12:00,x
                    no hours               | ,2026-08-18,,x
                    no such date           | ,2026-02-30,closed,x
                    no such weekday        | ,FRYDAY,closed,x
                    a column is missing    | ,2026-08-18,closed
                    """)
    void malformedRowShouldNameTableAndLine(String name, String row) {
        List<String> lines = List.of("unit,day,hours,why", row);
        assertThatThrownBy(() -> new TableCalendars(List.of(new Table("mine", lines))))
                .as(name)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mine, line 2");
    }

    @Test
    void laterTableShouldReplaceEarlierRows() {
        Table later = new Table("later", List.of("unit,day,hours,why", ",2027-02-12,closed,announced swap"));
        TableCalendars calendars = new TableCalendars(List.of(packed("week"), packed("holidays"), later));
        assertThat(calendars.national().isWorkingDay(LocalDate.parse("2027-02-12")))
                .isFalse();
    }

    @Test
    void negativeDaysAreRefused() {
        assertThatThrownBy(() -> calendars("").national().plusWorkingDays(LocalDate.parse("2026-08-17"), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
