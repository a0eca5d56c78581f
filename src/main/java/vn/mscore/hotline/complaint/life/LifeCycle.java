package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.mscore.hotline.complaint.CaseClock;
import vn.mscore.hotline.complaint.CaseClock.Reading;
import vn.mscore.hotline.complaint.CaseLog;
import vn.mscore.hotline.complaint.CaseTime;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintStatus;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Complaints.Step;
import vn.mscore.hotline.complaint.GivenAnswers;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;

/** What a citizen learns of a ticket, and what his verdict on the answer does. */
@Singleton
public class LifeCycle implements ComplaintStatus {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    /** The citizen is told by text that he can hear it. */
    private static final Set<State> READ_OUT = EnumSet.of(State.DA_TRA_LOI, State.DONG, State.TRUNG);

    private final Complaints complaints;
    private final GivenAnswers answers;
    private final Reopening reopening;
    private final CaseTime time;
    private final Closing closing;
    private final Undone undone;
    private final MergedVerdicts merged;

    /** Joined by CDI. */
    @Inject
    LifeCycle(
            Complaints complaints,
            GivenAnswers answers,
            Reopening reopening,
            CaseTime time,
            Closing closing,
            Undone undone,
            MergedVerdicts merged) {
        this.merged = merged;
        this.undone = undone;
        this.closing = closing;
        this.time = time;
        this.complaints = complaints;
        this.answers = answers;
        this.reopening = reopening;
    }

    @Override
    public Optional<View> of(TicketNumber ticket, PhoneNumber phone) {
        // A verdict may follow in this transaction.
        merged.lockHead(ticket);
        return complaints
                .find(ticket)
                .filter(complaint -> complaint.belongsTo(phone))
                .map(this::view);
    }

    @Override
    public Optional<String> answer(TicketNumber ticket, PhoneNumber phone) {
        return complaints
                .find(ticket)
                .filter(complaint -> complaint.belongsTo(phone) && !complaint.secret())
                .filter(complaint -> READ_OUT.contains(complaint.state()) && !merged.isWorkedOnAgain(complaint))
                .flatMap(answers::newest);
    }

    @Override
    public Optional<Duration> verdictOpenFor(TicketNumber ticket) {
        return complaints
                .find(ticket)
                .flatMap(complaint ->
                        complaint.state() == State.DA_TRA_LOI ? complaint.answeredOn() : merged.awaitedSince(complaint))
                .map(closing::left);
    }

    @Override
    public Optional<TicketNumber> awaitingVerdict(PhoneNumber phone) {
        List<TicketNumber> together =
                answers.togetherUnjudged(phone).stream().filter(this::mayJudge).toList();
        List<TicketNumber> waiting = Stream.concat(answers.withoutVerdict(phone, 2).stream(), together.stream())
                .toList();
        List<TicketNumber> asked = waiting.isEmpty() ? answers.closedUnheard(phone, 2) : waiting;
        return asked.size() == 1 ? Optional.of(asked.get(0)) : Optional.empty();
    }

    private static Optional<CaseClock.Step> petition(Complaint complaint, List<Reading> clocks) {
        return complaint.kind() == ComplaintKind.COMPLAINT
                ? clocks.stream()
                        .map(Reading::step)
                        .filter(CaseClock.Step::ofAPetition)
                        .findFirst()
                : Optional.empty();
    }

    /** What was told last, or while that clock stands the day it has come to. */
    private static Optional<LocalDate> standing(List<Reading> clocks) {
        return clocks.stream()
                .filter(reading -> reading.step().told() && reading.paused())
                .findFirst()
                .map(Reading::dueDay);
    }

    private Optional<LocalDate> since(Complaint complaint) {
        return time.pausedSince(complaint.ticket()).map(at -> LocalDate.ofInstant(at, VIETNAM));
    }

    private View view(Complaint complaint) {
        boolean routed = !complaint.secret();
        List<Reading> clocks = time.clocks(complaint.ticket());
        Optional<LocalDate> standing = standing(clocks);
        return new View(
                complaint.ticket(),
                complaint.kind(),
                complaint.state(),
                complaint.registeredOn(),
                standing.orElse(complaint.due()),
                complaint.secret(),
                complaint.unitName().filter(name -> routed),
                complaint.routedOn().filter(day -> routed),
                petition(complaint, clocks),
                standing.flatMap(day -> since(complaint)));
    }

    @Override
    public boolean mayReopen(TicketNumber ticket) {
        return complaints.see(ticket).filter(reopening::mayStill).isPresent();
    }

    @Override
    public boolean mayJudge(TicketNumber ticket) {
        return complaints
                .see(ticket)
                .filter(complaint -> !complaint.secret() && isJudged(complaint))
                .isPresent();
    }

    @Override
    public Optional<Satisfaction> satisfied(TicketNumber ticket, PhoneNumber phone, boolean yes) {
        merged.lockHead(ticket);
        Optional<Complaint> own =
                complaints.find(ticket).filter(complaint -> complaint.belongsTo(phone) && !complaint.secret());
        own.ifPresent(complaint -> merged.note(complaint, yes));
        return own.filter(this::isJudged).map(complaint -> verdict(complaint, yes));
    }

    /** Silence closes a case, and is no verdict: who speaks later is heard. */
    private boolean isJudged(Complaint complaint) {
        return complaint.state() == State.DA_TRA_LOI
                || answers.isClosedUnheard(complaint)
                || merged.awaitedSince(complaint).isPresent();
    }

    private Satisfaction verdict(Complaint complaint, boolean yes) {
        // What the desk was about to do without the citizen's word is overtaken by it.
        undone.dropIfWaiting(complaint, CaseLog.CITIZEN);
        if (complaint.state() == State.TRUNG) {
            return merged.judge(complaint, yes);
        }
        if (!yes && reopening.mayStill(complaint)) {
            return new Satisfaction(true, reopening.reopen(complaint, CaseLog.CITIZEN));
        }
        String deed = yes ? "satisfied" : "unsatisfied";
        complaints.move(complaint, Step.to(State.DONG, complaint, CaseLog.CITIZEN, deed));
        return new Satisfaction(false, complaint.due());
    }
}
