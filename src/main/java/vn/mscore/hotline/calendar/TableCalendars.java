package vn.mscore.hotline.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Calendars out of tables with the columns {@code unit,day,hours,why}: an empty unit is the nation, a day is a weekday or
 * an ISO date, hours are {@code closed} or spans. A later row replaces an earlier one for the same unit and day. For one
 * day the office's date wins over the nation's date, that over the office's weekday, that over the nation's.
 */
public final class TableCalendars implements WorkCalendars {
    private static final String HEADER = "unit,day,hours,why";
    private static final String NATION = "";

    private final Map<String, Map<LocalDate, OpenHours>> dates = new HashMap<>();
    private final Map<String, Map<LocalDate, String>> whys = new HashMap<>();
    private final Map<String, Map<DayOfWeek, OpenHours>> weekdays = new HashMap<>();

    /** A named table and its lines, header first; blank lines and those that begin with {@code #} are skipped. */
    public record Table(String name, List<String> lines) {}

    /** Refuses a malformed row with an {@link IllegalArgumentException} that names the table and the line. */
    public TableCalendars(List<Table> tables) {
        tables.forEach(this::read);
    }

    private void read(Table table) {
        for (int i = 0; i < table.lines().size(); i++) {
            String line = table.lines().get(i).strip();
            try {
                if (i == 0) {
                    requireHeader(line);
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    add(line.split(",", 4));
                }
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new IllegalArgumentException(
                        "calendar table " + table.name() + ", line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
    }

    private static void requireHeader(String line) {
        if (!line.replace("\uFEFF", "").equals(HEADER)) {
            throw new IllegalArgumentException("the first line must be " + HEADER);
        }
    }

    private void add(String[] cells) {
        if (cells.length != 4) {
            throw new IllegalArgumentException("a row has four columns");
        }
        String unit = cells[0].strip();
        String day = cells[1].strip();
        OpenHours hours = OpenHours.parse(cells[2].strip());
        if (Character.isDigit(day.charAt(0))) {
            dates.computeIfAbsent(unit, u -> new HashMap<>()).put(LocalDate.parse(day), hours);
            whys.computeIfAbsent(unit, u -> new HashMap<>()).put(LocalDate.parse(day), cells[3].strip());
        } else {
            weekdays.computeIfAbsent(unit, u -> new EnumMap<>(DayOfWeek.class)).put(DayOfWeek.valueOf(day), hours);
        }
    }

    @Override
    public WorkCalendar national() {
        return of(NATION);
    }

    @Override
    public WorkCalendar of(String unitCode) {
        return new OfficeCalendar(day -> hoursOf(unitCode, day), day -> whyOf(unitCode, day));
    }

    /** The years for which the nation has dated rows: for others only the week is known, holidays are not. */
    public Set<Integer> years() {
        Set<Integer> years = new TreeSet<>();
        dates.getOrDefault(NATION, Map.of()).keySet().forEach(day -> years.add(day.getYear()));
        return years;
    }

    OpenHours hoursOf(String unit, LocalDate day) {
        OpenHours hours = dated(unit, day);
        hours = hours != null ? hours : dated(NATION, day);
        hours = hours != null ? hours : weekly(unit, day);
        hours = hours != null ? hours : weekly(NATION, day);
        return hours != null ? hours : OpenHours.CLOSED;
    }

    Optional<String> whyOf(String unit, LocalDate day) {
        return Optional.ofNullable(whys.getOrDefault(unit, Map.of()).get(day))
                .or(() ->
                        Optional.ofNullable(whys.getOrDefault(NATION, Map.of()).get(day)))
                .filter(why -> !why.isEmpty());
    }

    private OpenHours dated(String unit, LocalDate day) {
        return dates.getOrDefault(unit, Map.of()).get(day);
    }

    private OpenHours weekly(String unit, LocalDate day) {
        return weekdays.getOrDefault(unit, Map.of()).get(day.getDayOfWeek());
    }
}
