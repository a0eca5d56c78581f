package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.AnswerTexts;
import vn.mscore.hotline.complaint.CaseLog;
import vn.mscore.hotline.complaint.CaseNotes.Kind;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintMoved;
import vn.mscore.hotline.complaint.ComplaintMoved.Move;
import vn.mscore.hotline.complaint.ComplaintMoved.Words;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Complaints.Office;
import vn.mscore.hotline.complaint.Complaints.Step;
import vn.mscore.hotline.complaint.life.Waiting.Deed;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Units;

/** Carries out what offices and citizens see of a decision: after this nothing is taken back. */
@Singleton
public class Deeds {
    private final Complaints complaints;
    private final Ties ties;
    private final Outcomes outcomes;
    private final Units units;
    private final Facts facts;
    private final WorkCalendar calendar;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    Deeds(
            Complaints complaints,
            Ties ties,
            Outcomes outcomes,
            Units units,
            Facts facts,
            WorkCalendars calendars,
            Clock clock) {
        this.complaints = complaints;
        this.ties = ties;
        this.outcomes = outcomes;
        this.units = units;
        this.facts = facts;
        this.calendar = calendars.national();
        this.clock = clock;
    }

    /** What else comes of a decision. */
    @Singleton
    static class Outcomes {
        private final Together together;
        private final Followers followers;
        private final Reopening reopening;
        private final MergedVerdicts merged;
        private final Extending extending;
        private final Written written;
        private final AnswerTexts texts;

        @Inject
        Outcomes(
                Together together,
                Followers followers,
                Reopening reopening,
                MergedVerdicts merged,
                Extending extending,
                Written written,
                AnswerTexts texts) {
            this.texts = texts;
            this.together = together;
            this.followers = followers;
            this.reopening = reopening;
            this.merged = merged;
            this.extending = extending;
            this.written = written;
        }
    }

    /** Does what waited. */
    void carryOut(Complaint complaint, Deed deed) {
        String actor = deed.by().login();
        switch (deed.command()) {
            case ROUTE -> route(complaint, deed);
            case ANSWER -> answer(complaint, deed);
            case REFUSE -> end(complaint, State.TU_CHOI, Move.REFUSED, deed);
            case PASS_OUTSIDE -> end(complaint, State.CHUYEN_KHAC, Move.PASSED_OUTSIDE, deed);
            case WITHDRAW -> withdraw(complaint, actor);
            case CLOSE -> close(complaint, actor);
            case REOPEN -> reopen(complaint, actor);
            case EXTEND -> extend(complaint, deed);
            case INFORM -> inform(complaint, deed);
            default -> throw new IllegalStateException("nothing of this kind waits: " + deed.command());
        }
    }

    private void close(Complaint complaint, String actor) {
        if (complaint.state() == State.TRUNG) {
            outcomes.merged.judgeFor(complaint, true, actor);
        } else {
            complaints.move(complaint, Step.to(State.DONG, complaint, actor, "close"));
        }
    }

    private void reopen(Complaint complaint, String actor) {
        if (complaint.state() == State.TRUNG) {
            outcomes.merged.judgeFor(complaint, false, actor);
        } else {
            outcomes.reopening.reopen(complaint, actor);
        }
    }

    /** What the desk wrote to the office comes with it: of what was taken back no office reads anything. */
    private void route(Complaint complaint, Deed deed) {
        UnitCode unit = deed.unit().orElseThrow();
        Held held = new Held(deed.command(), Together.as(deed.by(), complaint), complaint, State.DA_CHUYEN);
        deed.words().ifPresent(note -> outcomes.written.addFor(unit, held, note));
        route(complaint, unit, complaint.due(), deed.by().login());
    }

    /** It is with the office from now on, due on {@code due}. */
    void route(Complaint complaint, UnitCode unit, LocalDate due, String actor) {
        Office office = new Office(unit, units.name(unit));
        complaints.move(
                complaint,
                new Step(State.DA_CHUYEN, Optional.of(office), Optional.of(due), complaint.level(), actor, "routed"));
        tell(new Telling(complaint, Move.ROUTED, Optional.empty()), Optional.of(office), due);
    }

    /** Answers it, of its cluster what the one who answers may, and everything merged into them. */
    void answer(Complaint complaint, Deed deed) {
        String text = deed.words().orElseThrow();
        String actor = deed.by().login();
        Together.Cluster cluster = outcomes.together.cluster(deed.by(), complaint);
        leaveOut(complaint, cluster.leftOut(), actor);
        answerOne(complaint, text, deed.bySms(), actor);
        cluster.with().forEach(other -> answerOne(other, text, deed.bySms(), actor));
    }

    /** Said at both ends: who looks at one of them sees that something is still owed. */
    private void leaveOut(Complaint complaint, List<Complaint> left, String actor) {
        left.forEach(other -> complaints.log(other, actor, "answer-left-out"));
        if (!left.isEmpty()) {
            complaints.log(complaint, actor, "answer-left-out");
        }
    }

    private void answerOne(Complaint complaint, String text, boolean bySms, String actor) {
        Optional<Words> words = bySms ? Optional.of(new Words(text)) : Optional.empty();
        complaints.addAnswer(complaint, text, actor);
        complaints.move(complaint, Step.to(State.DA_TRA_LOI, complaint, actor, "answer"));
        tell(new Telling(complaint, Move.ANSWERED, words));
        for (Complaint merged : ties.mergedInto(complaint)) {
            complaints.addAnswer(merged, text, actor);
            complaints.log(merged, actor, "answered-together");
            tell(new Telling(merged, Move.ANSWERED_TOGETHER, words));
        }
    }

    /** With it ends what was merged into it and is no graver; everything else of that is worked on by itself again. */
    private void end(Complaint complaint, State end, Move move, Deed deed) {
        String actor = deed.by().login();
        complaints.move(complaint, Step.to(end, complaint, actor, deed.command().code()));
        tell(new Telling(complaint, move, deed.words().map(Words::new)));
        for (Complaint back : outcomes.followers.endingWith(deed, complaint)) {
            Held held = new Held(deed.command(), Together.as(deed.by(), complaint), back, end);
            deed.words().ifPresent(words -> outcomes.written.add(held, Kind.REASON, words));
            ties.link(back, complaint, actor);
            end(back, end, move, deed);
        }
    }

    private void withdraw(Complaint complaint, String actor) {
        complaints.move(complaint, Step.to(State.RUT, complaint, actor, "withdraw"));
        tell(new Telling(complaint, Move.WITHDRAWN, Optional.empty()));
        outcomes.followers.comeBack(complaint, actor);
    }

    /** Everybody merged into it who waits is told the same day; his own moves as far, without the pauses of this one. */
    private void extend(Complaint complaint, Deed deed) {
        List<Complaint> with = outcomes.followers.waiting(complaint);
        outcomes.extending.extend(complaint, deed.days());
        with.forEach(merged -> outcomes.extending.extendTogether(
                merged, deed.days(), calendar.plusWorkingDays(merged.due(), deed.days())));
        // The new day is counted with this line, so it cannot stand in it.
        complaints.log(complaint, deed.by().login(), "extend", complaint.due() + CaseLog.TO + "+" + deed.days());
        complaints.find(complaint.ticket()).ifPresent(moved -> {
            tell(new Telling(moved, Move.EXTENDED, deed.words().map(Words::new)));
            tellWith(with, moved, Move.EXTENDED, deed);
        });
    }

    /** Nothing moves; nobody is called for it, so who gets no texts is told nothing and nothing else is written. */
    private void inform(Complaint complaint, Deed deed) {
        complaints.log(complaint, deed.by().login(), "inform");
        tell(new Telling(complaint, Move.INFORMED, deed.words().map(Words::new)));
        List<Complaint> with = outcomes.followers.waiting(complaint).stream()
                .filter(merged -> merged.phone().filter(outcomes.texts::reaches).isPresent())
                .toList();
        tellWith(with, complaint, Move.INFORMED, deed);
    }

    /** Who is merged into {@code head} and waits hears the same, with the day of the case. */
    private void tellWith(List<Complaint> merged, Complaint head, Move move, Deed deed) {
        merged.forEach(each -> {
            complaints.log(each, deed.by().login(), deed.command().code());
            tell(new Telling(each, move, deed.words().map(Words::new)), Optional.empty(), head.due());
        });
    }

    /** What the citizen hears of. */
    public record Telling(Complaint complaint, Move move, Optional<Words> words) {}

    /** Tells the citizen. */
    public void tell(Telling telling) {
        Complaint complaint = telling.complaint();
        Optional<Office> office =
                complaint.unit().flatMap(unit -> complaint.unitName().map(name -> new Office(unit, name)));
        tell(telling, office, complaint.due());
    }

    private void tell(Telling telling, Optional<Office> office, LocalDate due) {
        LocalDate today = calendar.dayOf(clock.instant());
        Complaint complaint = telling.complaint();
        facts.tell(new ComplaintMoved(
                complaint.ticket(),
                telling.move(),
                complaint.phone(),
                office.map(Office::name),
                today,
                due,
                complaint.secret(),
                telling.words()));
    }
}
