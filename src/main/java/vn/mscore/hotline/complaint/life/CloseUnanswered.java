package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Complaints.Step;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.shared.TicketNumber;

/** Closes tickets whose answer nobody replied to within ten working days; urgent ones wait for a person, sealed ones for two. */
@Singleton
public class CloseUnanswered implements Job {
    private static final int AT_ONCE = 200;

    private final Complaints complaints;
    private final InTransaction transaction;
    private final Closing closing;

    /** Joined by CDI. */
    @Inject
    CloseUnanswered(Complaints complaints, InTransaction transaction, Closing closing) {
        this.complaints = complaints;
        this.transaction = transaction;
        this.closing = closing;
    }

    @Override
    public String name() {
        return "complaint.close-unanswered";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public int run() {
        List<TicketNumber> candidates =
                transaction.call(() -> complaints.answeredUntil(closing.latestAnswer(), AT_ONCE));
        return candidates.stream()
                .mapToInt(ticket -> transaction.call(() -> close(ticket)))
                .sum();
    }

    private int close(TicketNumber ticket) {
        return complaints
                .find(ticket)
                .filter(closing::isOver)
                .map(complaint -> {
                    complaints.move(complaint, Step.to(State.DONG, complaint, "clock", "no-reply"));
                    return 1;
                })
                .orElse(0);
    }
}
