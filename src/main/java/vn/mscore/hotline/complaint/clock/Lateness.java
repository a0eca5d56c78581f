package vn.mscore.hotline.complaint.clock;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.CaseClock;
import vn.mscore.hotline.complaint.CaseClock.Pause;
import vn.mscore.hotline.complaint.CaseClock.Reading;
import vn.mscore.hotline.complaint.CaseClock.Step;
import vn.mscore.hotline.complaint.CaseTime.Explanation;
import vn.mscore.hotline.complaint.CaseTime.Outcome;
import vn.mscore.hotline.complaint.clock.Courses.Missed;
import vn.mscore.hotline.complaint.clock.Explanations.Late;
import vn.mscore.hotline.complaint.life.Held;
import vn.mscore.hotline.complaint.life.Refusals;
import vn.mscore.hotline.complaint.life.Table;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;

/** What is late, why, and what follows from it. */
@Singleton
class Lateness {
    private static final Reason LAW = new Reason(
            "case.law",
            "đang tính thời hạn của Luật Khiếu nại, không gia hạn, không tạm dừng ở đây / a term of the law is running");
    /** What is promised by us and may be put off. */
    private static final Set<Step> PROMISED = EnumSet.of(Step.ANSWER, Step.ANSWER_AGAIN, Step.PETITION_GUIDE);

    private static final Set<Step> OF_THE_DESK = EnumSet.of(Step.TRIAGE, Step.FORWARD);
    private static final String FIRST_LATE_RUNG = "UNIT_HEAD";

    private final Courses courses;
    private final CaseClock clocks;
    private final Explanations explanations;
    private final Clock clock;
    private final List<Outcome> outcomes;
    private final WorkCalendar calendar;

    @Inject
    Lateness(
            Courses courses,
            CaseClock clocks,
            Explanations explanations,
            WorkCalendars calendars,
            Clock clock,
            Settings settings) {
        this.courses = courses;
        this.calendar = calendars.national();
        this.clocks = clocks;
        this.explanations = explanations;
        this.clock = clock;
        this.outcomes = Table.read(settings, "outcomes.tsv", 2).rows().stream()
                .map(row -> new Outcome(row[0], row[1]))
                .toList();
    }

    List<Reading> clocks(TicketNumber ticket) {
        return courses.of(ticket)
                .map(course -> clocks.all(course, clock.instant()))
                .orElseGet(List::of);
    }

    List<Reading> of(Held held) {
        return clocks(held.complaint().ticket());
    }

    /** Why the clock may not be stopped: it stands, or nothing is left to stop. */
    Optional<Reason> noPause(TicketNumber ticket) {
        Instant now = clock.instant();
        return Refusals.unless(
                        pausedSince(ticket).isEmpty(),
                        new Reason("case.paused", "đang tạm dừng tính thời hạn / the clock already stands"))
                .or(() -> ofTheLaw(ticket))
                .or(
                        () -> Refusals.unless(
                                clocks(ticket).stream().anyMatch(reading -> !reading.overdue(now)),
                                new Reason(
                                        "case.pause-late",
                                        "đã quá hạn, không còn thời hạn để tạm dừng; hãy giải trình / too late to stop the clock")));
    }

    /** Since when a pause lasts. */
    Optional<Instant> pausedSince(TicketNumber ticket) {
        return courses.of(ticket).flatMap(course -> course.pauses().stream()
                .filter(pause -> pause.to().isEmpty())
                .map(Pause::from)
                .findFirst());
    }

    /** Why a clock may not be touched: a term of the law is neither moved nor stopped from here. */
    Optional<Reason> ofTheLaw(TicketNumber ticket) {
        boolean ours =
                clocks(ticket).stream().noneMatch(reading -> reading.step().ofTheLaw());
        return Refusals.unless(ours, LAW);
    }

    /** Why the deadline may not be moved. */
    Optional<Reason> noExtension(TicketNumber ticket) {
        boolean extended =
                courses.of(ticket).map(course -> course.extendedDays() > 0).orElse(false);
        return ofTheLaw(ticket).or(() -> notAgain(ticket, extended));
    }

    private Optional<Reason> notAgain(TicketNumber ticket, boolean extended) {
        return Refusals.unless(!extended, new Reason("case.extended", "chỉ được gia hạn một lần / only one extension"))
                .or(() -> Refusals.unless(
                        answer(ticket)
                                .filter(reading -> reading.overdue(clock.instant()))
                                .isEmpty(),
                        new Reason("case.overdue", "đã quá hạn, không gia hạn được / too late to extend")));
    }

    private Optional<Reading> answer(TicketNumber ticket) {
        return clocks(ticket).stream()
                .filter(reading -> PROMISED.contains(reading.step()))
                .findFirst();
    }

    Optional<Reason> noExplanation(Held held) {
        return Refusals.unless(
                explainable(held.viewer(), held.complaint().ticket()),
                new Reason("case.not-overdue", "không có bước nào quá hạn / no step is late"));
    }

    boolean explainable(Viewer viewer, TicketNumber ticket) {
        return late(viewer, ticket).isPresent();
    }

    /** The step of who has the case that is late now, or else the last one that came too late. */
    private Optional<Late> late(Viewer viewer, TicketNumber ticket) {
        Instant now = clock.instant();
        List<Reading> running = clocks(ticket);
        boolean atTheDesk = courses.isAtTheDesk(ticket)
                || running.stream().anyMatch(reading -> OF_THE_DESK.contains(reading.step()));
        return running.stream()
                .filter(reading -> atTheDesk == viewer.is(Role.OPERATOR) && reading.overdue(now))
                .findFirst()
                .map(Lateness::late)
                .or(() -> courses.missed(viewer, ticket, FIRST_LATE_RUNG).map(this::late));
    }

    private static Late late(Reading reading) {
        return new Late(reading.step(), reading.dueDay(), Math.max(0, -reading.daysLeft()), Optional.empty());
    }

    /** Working days from its last day until it was done: no pause stops what is late. */
    private Late late(Missed missed) {
        int days = calendar.workingDaysBetween(missed.due(), calendar.dayOf(missed.done()));
        return new Late(missed.step(), missed.due(), Math.max(0, days), missed.unit());
    }

    void explain(Held held, String why) {
        explanations.add(held, late(held.viewer(), held.complaint().ticket()).orElseThrow(), why);
    }

    Optional<Reason> noJudgement(Held held, long explanation, String outcome) {
        Optional<String> author = explanations.undecided(held, explanation);
        return Refusals.unless(
                        author.isPresent(),
                        new Reason("case.explanation", "không có giải trình này / there is no such explanation"))
                .or(() -> Refusals.unless(
                        !author.equals(Optional.of(held.viewer().login())),
                        new Reason("case.own-explanation", "không tự kết luận / not on one's own")))
                .or(() -> Refusals.unless(
                        outcomes.stream().anyMatch(known -> known.code().equals(outcome)),
                        new Reason("case.outcome", "chọn một kết luận trong bảng / choose an outcome of the table")));
    }

    void judge(Held held, long explanation, String outcome) {
        explanations.decide(explanation, outcome, held);
    }

    List<Explanation> explanations(Viewer viewer, TicketNumber ticket) {
        return explanations.of(viewer, ticket);
    }

    List<Outcome> outcomes() {
        return outcomes;
    }
}
