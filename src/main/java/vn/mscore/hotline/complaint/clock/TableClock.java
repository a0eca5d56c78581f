package vn.mscore.hotline.complaint.clock;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.CaseClock;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.LegalTerms;
import vn.mscore.hotline.complaint.Petitions.Acceptance;
import vn.mscore.hotline.complaint.clock.ClockTable.Amount;

/** Reads the clocks of a case off the table, on the national calendar. Pure. */
@Singleton
public class TableClock implements CaseClock {
    private static final double WARN_AT = 0.7;

    private final ClockTable table;
    private final WorkCalendar calendar;
    private final WorkingTime time;
    private final LegalTerms terms;

    /** Counts on {@code calendars}. */
    @Inject
    public TableClock(ClockTable table, WorkCalendars calendars, LegalTerms terms) {
        this.terms = terms;
        this.table = table;
        this.calendar = calendars.national();
        this.time = new WorkingTime(calendar);
    }

    @Override
    public List<Reading> all(Course course, Instant now) {
        if (!course.state().isWorkedOn()) {
            return List.of();
        }
        return petition(course, now).map(List::of).orElseGet(() -> ours(course, now));
    }

    private List<Reading> ours(Course course, Instant now) {
        List<Reading> readings = new ArrayList<>();
        switch (course.state()) {
            case MOI, PHAN_LOAI -> readings.add(course.sorted().isEmpty() ? triage(course, now) : forward(course, now));
            case DA_CHUYEN -> readings.add(accept(course, now));
            default -> {}
        }
        readings.add(answer(again(course), course, now));
        readings.sort(Comparator.comparing(Reading::due));
        return List.copyOf(readings);
    }

    /** Of a khiếu nại that is guided or on paper one clock runs; what was reopened after that has our clock again. */
    private Optional<Reading> petition(Course course, Instant now) {
        if (course.kind() != ComplaintKind.COMPLAINT) {
            return Optional.empty();
        }
        Optional<Signed> law = course.signed().filter(signed -> holds(course, signed.noted()));
        return course.guided()
                .filter(guided -> holds(course, guided.at())
                        && law.filter(paper -> !after(guided, paper)).isEmpty())
                .map(guided -> awaiting(course, guided, now))
                .or(() -> law.map(signed -> ofPaper(course, signed, now)));
    }

    private static boolean holds(Course course, Instant noted) {
        return course.reopened().filter(noted::isBefore).isEmpty();
    }

    /** Whether the citizen was guided once more after his paper was not accepted. */
    private static boolean after(Guided guided, Signed signed) {
        return signed.refused().isPresent() && guided.at().isAfter(signed.noted());
    }

    /** The citizen's own time, to an appointment that is still to come or the end of the 90 days: shown, and never late. */
    private Reading awaiting(Course course, Guided guided, Instant now) {
        LocalDate learned = guided.learned().orElseGet(() -> calendar.dayOf(course.registered()));
        LocalDate told = calendar.dayOf(guided.at());
        LocalDate last = guided.meeting().filter(day -> !day.isBefore(told)).orElseGet(() -> terms.lastDay(learned));
        Instant due = endOf(last);
        long total = Math.max(1, calendar.workingMinutesBetween(guided.at(), due));
        int left = calendar.workingDaysBetween(calendar.dayOf(now), last);
        return new Reading(Step.PETITION_PAPER, guided.at(), total, due, last, last, due, 0, true, 0, left);
    }

    private Reading ofPaper(Course course, Signed signed, Instant now) {
        return signed.refused().map(day -> guidance(course, day, now)).orElseGet(() -> ofTheLaw(signed, now));
    }

    /** What was owed before the paper came was given with it: what is owed now counts from the refusal. */
    private Reading guidance(Course course, LocalDate refused, Instant now) {
        int days = table.of(Step.ANSWER, course.kind(), course.category(), course.urgent())
                .number();
        return reading(Step.PETITION_GUIDE, days(refused, days, course.extendedDays()), course.pauses(), now);
    }

    /** The paper is here: what the hotline owed, its guidance, is given. Calendar days, which no pause of ours stops. */
    private Reading ofTheLaw(Signed signed, Instant now) {
        LocalDate from = signed.accepted().map(Acceptance::on).orElse(signed.paper());
        LocalDate last = signed.accepted().map(terms::settleBy).orElseGet(() -> terms.acceptBy(signed.paper()));
        Step step = signed.accepted().isPresent() ? Step.PETITION_SETTLE : Step.PETITION_ACCEPT;
        return reading(
                step, new Span(WorkingTime.midnight(from.plusDays(1)), endOf(last), last, false), List.of(), now);
    }

    private static Step again(Course course) {
        return course.reopened().isPresent() ? Step.ANSWER_AGAIN : Step.ANSWER;
    }

    private Reading triage(Course course, Instant now) {
        return of(Step.TRIAGE, course, course.registered(), now);
    }

    private Reading forward(Course course, Instant now) {
        return of(Step.FORWARD, course, course.handedBack().orElse(course.registered()), now);
    }

    private Reading accept(Course course, Instant now) {
        return of(Step.ACCEPT, course, course.routed().orElse(course.registered()), now);
    }

    private Reading answer(Step step, Course course, Instant now) {
        Span span = days(course.promised().from(), course.promised().days(), course.extendedDays());
        Reading own = reading(step, span, course.pauses(), now);
        return course.joined().stream()
                .map(other -> reading(step, with(span, other), since(other, course.pauses()), now))
                .reduce(own, (nearest, other) -> other.due().isBefore(nearest.due()) ? other : nearest);
    }

    private static Span with(Span own, Joined other) {
        return new Span(own.started(), endOf(other.day()), other.original(), false);
    }

    private static List<Pause> since(Joined other, List<Pause> pauses) {
        return pauses.stream()
                .filter(pause ->
                        pause.to().filter(to -> !to.isAfter(other.since())).isEmpty())
                .map(pause -> pause.from().isBefore(other.since()) ? new Pause(other.since(), pause.to()) : pause)
                .toList();
    }

    private Reading of(Step step, Course course, Instant from, Instant now) {
        Amount amount = table.of(step, course.kind(), course.category(), course.urgent());
        Span span = amount.hours()
                ? exact(from, time.plus(from, amount.number() * 60L))
                : days(calendar.dayOf(from), amount.number(), 0);
        return reading(step, span, course.pauses(), now);
    }

    /** From when to when without pauses, and on which day before the extension; {@code exact} to the minute, else days. */
    private record Span(Instant started, Instant due, LocalDate original, boolean exact) {}

    private Span exact(Instant started, Instant due) {
        return new Span(started, due, lastDay(due), true);
    }

    private Span days(LocalDate from, int days, int extension) {
        LocalDate original = calendar.plusWorkingDays(from, days);
        Instant due = endOf(calendar.plusWorkingDays(original, extension));
        return new Span(WorkingTime.midnight(from.plusDays(1)), due, original, false);
    }

    private static Instant endOf(LocalDate day) {
        return WorkingTime.midnight(day.plusDays(1));
    }

    private LocalDate lastDay(Instant due) {
        return calendar.dayOf(due.minusNanos(1));
    }

    private Reading reading(Step step, Span span, List<Pause> stood, Instant now) {
        long total = Math.max(1, calendar.workingMinutesBetween(span.started(), span.due()));
        Pauses pauses = stopping(span, stood, now);
        Instant due = due(span, pauses);
        LocalDate dueDay = lastDay(due);
        return new Reading(
                step,
                span.started(),
                total,
                due,
                dueDay,
                span.original(),
                time.whenUsed(WARN_AT, total, span.started(), due),
                used(total, due, now),
                pauses.open(),
                pauses.days(),
                calendar.workingDaysBetween(calendar.dayOf(now), dueDay));
    }

    /** A pause stops what still had time when it began: nothing that was late by then. */
    private Pauses stopping(Span span, List<Pause> stood, Instant now) {
        List<Pause> counted = new ArrayList<>();
        for (Pause pause : stood) {
            Pauses before = new Pauses(calendar, List.copyOf(counted), span.started(), now);
            if (!pause.from().isAfter(due(span, before))) {
                counted.add(pause);
            }
        }
        return new Pauses(calendar, List.copyOf(counted), span.started(), now);
    }

    private Instant due(Span span, Pauses pauses) {
        return span.exact()
                ? plus(span.due(), pauses.minutes())
                : endOf(calendar.plusWorkingDays(lastDay(span.due()), pauses.days()));
    }

    private Instant plus(Instant from, long minutes) {
        return minutes == 0 ? from : time.plus(from, minutes);
    }

    private double used(long total, Instant due, Instant now) {
        return now.isAfter(due)
                ? 1 + (double) calendar.workingMinutesBetween(due, now) / total
                : Math.max(0, 1 - (double) calendar.workingMinutesBetween(now, due) / total);
    }

    /** The reading of one step, if it runs. */
    public static Optional<Reading> step(List<Reading> readings, Step step) {
        return readings.stream().filter(reading -> reading.step() == step).findFirst();
    }
}
