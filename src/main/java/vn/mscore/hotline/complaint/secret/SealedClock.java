package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.SealedCases.Due;
import vn.mscore.hotline.complaint.SealedCases.Due.Step;
import vn.mscore.hotline.complaint.life.Table;
import vn.mscore.hotline.platform.Settings;

/**
 * By which day custodians must do what, by {@code complaint/sealed-clocks.tsv} (domain 2.6, 5.7). Pure. Days only: the hour
 * of a report is told to nobody (L14).
 */
@Singleton
class SealedClock {
    private static final String ANY = "*";
    private static final String FILE = "sealed-clocks.tsv";

    private final List<Line> lines;
    private final WorkCalendar calendar;

    /** So many working days, or days of the calendar. */
    private record Term(int days, boolean calendar) {
        private static final String FORM = "[0-9]{1,3}d?";

        static Term of(String cell) {
            return new Term(Integer.parseInt(cell.replace("d", "")), cell.endsWith("d"));
        }

        /** Civil Code 2015 art. 148 clause 5: a term whose last day is a day off ends with the next working day. */
        LocalDate after(LocalDate from, int times, WorkCalendar working) {
            return calendar
                    ? working.plusWorkingDays(from.plusDays((long) days * times).minusDays(1), 1)
                    : working.plusWorkingDays(from, days * times);
        }
    }

    private record Line(String kind, String urgent, Step step, Term term) {
        boolean fits(Course course) {
            return (kind.equals(ANY) || kind.equals(course.kind().name()))
                    && (urgent.equals(ANY) || urgent.equals("yes") == course.urgent());
        }

        int weight() {
            return (kind.equals(ANY) ? 0 : 2) + (urgent.equals(ANY) ? 0 : 1);
        }
    }

    /**
     * What the clocks of a case depend on.
     *
     * @param takenUp the day it came, or two last took it up again, or its signed paper came since
     * @param unread since which day words wait for a reader, empty when all were read
     * @param decided two agreed to hand it over or to close it
     * @param proposed since when a hand-over waits for its letter to leave
     * @param sent the letter whose result is awaited
     */
    record Course(
            ComplaintKind kind,
            boolean urgent,
            LocalDate takenUp,
            Optional<LocalDate> unread,
            boolean decided,
            Optional<LocalDate> proposed,
            Optional<Sent> sent) {
        Optional<LocalDate> start(Step step) {
            return switch (step) {
                case LOOK -> unread;
                case DECIDE -> Optional.of(takenUp).filter(day -> !decided);
                case FORWARD -> proposed;
                case SETTLE -> sent.map(Sent::on);
            };
        }

        /** How often the term of a step runs, one after the other (Luật Tố cáo 2018 art. 30). */
        int times(Step step) {
            return step == Step.SETTLE ? 1 + sent.map(Sent::extensions).orElse(0) : 1;
        }
    }

    /**
     * The last letter that left since the case was taken up.
     *
     * @param extensions how often its term was made longer since
     */
    record Sent(LocalDate on, int extensions) {
        private static final int MOST = 2;

        boolean mayBeExtended() {
            return extensions < MOST;
        }
    }

    /** Reads the table; refuses the start when a row is wrong or a step has no row for every case. */
    @Inject
    SealedClock(Settings settings, WorkCalendars calendars) {
        Table table = Table.read(settings, FILE, 5);
        this.lines = table.rows().stream().map(row -> line(table, row)).toList();
        this.calendar = calendars.national();
        for (Step step : Step.values()) {
            table.check(
                    lines.stream().anyMatch(line -> line.step() == step && line.weight() == 0),
                    new String[] {"no row for every case of the step", code(step)});
        }
    }

    private static String code(Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }

    private static Line line(Table table, String[] row) {
        boolean known = row[3].matches(Term.FORM)
                && List.of(ANY, "yes", "no").contains(row[1])
                && (row[0].equals(ANY)
                        || Arrays.stream(ComplaintKind.values())
                                .anyMatch(kind -> kind.name().equals(row[0])));
        Optional<Step> step = Arrays.stream(Step.values())
                .filter(each -> code(each).equals(row[2]))
                .findFirst();
        table.check(known && step.isPresent(), row);
        return new Line(row[0], row[1], step.orElseThrow(), Term.of(row[3]));
    }

    /** What is due first; empty when nothing is owed. Late from the day after. */
    Optional<Due> due(Course course, LocalDate today) {
        return Arrays.stream(Step.values())
                .flatMap(step -> due(course, step))
                .min(Comparator.comparing(Day::on))
                .map(first -> new Due(first.step(), first.on(), today.isAfter(first.on())));
    }

    private record Day(Step step, LocalDate on) {}

    private Stream<Day> due(Course course, Step step) {
        return course.start(step).stream()
                .map(from -> new Day(step, term(course, step).after(from, course.times(step), calendar)));
    }

    private Term term(Course course, Step step) {
        return lines.stream()
                .filter(line -> line.step() == step && line.fits(course))
                .max(Comparator.comparingInt(Line::weight))
                .orElseThrow()
                .term();
    }
}
