package vn.mscore.hotline.console.requests;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import vn.mscore.hotline.citizen.SubjectDesk;
import vn.mscore.hotline.citizen.SubjectDesk.Pressing;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.watch.AlarmBoard;
import vn.mscore.hotline.watch.Trouble;

/**
 * Watches the days of requests about one's own data: an alarm when one is near, at once when one has passed, and how many
 * there are for the navigation of those who handle them.
 */
@Singleton
public class PressingRequests implements Job {
    private static final String KIND = "data-requests";
    private static final int SOON = 1;
    private static final int LATE = 2;

    private final SubjectDesk requests;
    private final AlarmBoard board;
    private final InTransaction transaction;
    private volatile int count;

    /** Counts {@code requests}, tells {@code board}. */
    @Inject
    PressingRequests(SubjectDesk requests, AlarmBoard board, InTransaction transaction) {
        this.requests = requests;
        this.board = board;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "data-requests";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public int run() {
        Pressing now = transaction.call(requests::pressing);
        count = now.soon() + now.late();
        Set<Trouble> troubles = count == 0 ? Set.of() : Set.of(new Trouble(KIND, now.late() > 0 ? LATE : SOON));
        return board.report(KIND, troubles);
    }

    /** How many there were at the last look; from memory. */
    int count() {
        return count;
    }
}
