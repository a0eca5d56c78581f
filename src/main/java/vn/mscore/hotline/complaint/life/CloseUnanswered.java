package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Complaints.Step;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;

/**
 * Closes tickets whose citizen was asked and did not reply within ten working days, {@code no-reply}, and those whose citizen
 * nobody could ask, {@code not-reached}; urgent ones wait for a person, sealed ones for two.
 */
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
        LocalDate latest = closing.latestAnswer();
        int closed = 0;
        List<Long> some = transaction.call(() -> complaints.answeredUntil(latest, 0, AT_ONCE));
        while (!some.isEmpty()) {
            closed += some.stream()
                    .mapToInt(id -> transaction.call(() -> close(id)))
                    .sum();
            // Those that still wait must not keep the others out.
            long last = some.get(some.size() - 1);
            some = transaction.call(() -> complaints.answeredUntil(latest, last, AT_ONCE));
        }
        return closed;
    }

    private int close(long id) {
        Optional<Complaint> found = complaints.byId(id);
        Optional<String> deed = found.flatMap(closing::over);
        deed.ifPresent(
                end -> complaints.move(found.orElseThrow(), Step.to(State.DONG, found.orElseThrow(), "clock", end)));
        return deed.isPresent() ? 1 : 0;
    }
}
