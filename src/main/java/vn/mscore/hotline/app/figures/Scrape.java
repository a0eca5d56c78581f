package vn.mscore.hotline.app.figures;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.ToLongFunction;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.sms.LineCounts;
import vn.mscore.hotline.sms.SmsFigures.Figures;
import vn.mscore.hotline.sms.SmsFigures.LineFigures;
import vn.mscore.hotline.switchboard.WaitingLine;
import vn.mscore.hotline.voice.OpenOrders;
import vn.mscore.hotline.watch.LineCheck;
import vn.mscore.hotline.watch.LineChecks;

/**
 * What {@code /metrics} reads, so that it answers while the database does not: then counters and states are told as ever, and
 * {@link #UNKNOWN} for what only the database knows.
 */
@Singleton
public class Scrape {
    /** A figure that nobody knows now. */
    static final long UNKNOWN = -1;

    private final LineCounts counts;
    private final Latest<Figures> mail;
    private final Latest<List<LineCheck>> checks;
    private final Latest<Telephone> telephone;

    /** Who waits on the telephone, and how many calls are still to be made. */
    private record Telephone(WaitingLine.Length waiting, long orders) {}

    /** Joined by CDI. */
    @Inject
    public Scrape(
            LineCounts counts,
            Glance glance,
            LineChecks checks,
            WaitingLine line,
            OpenOrders orders,
            InTransaction transaction,
            ThreadFactory threads) {
        this.counts = counts;
        this.mail = new Latest<>(glance::now, threads);
        this.checks = new Latest<>(checks::all, threads);
        this.telephone =
                new Latest<>(() -> transaction.call(() -> new Telephone(line.length(), orders.count())), threads);
    }

    /** A figure of the mail. */
    long mail(ToLongFunction<Figures> figure) {
        return mail.now().map(figure::applyAsLong).orElse(UNKNOWN);
    }

    /** What was seen of a line; empty when nothing is known of it. */
    Optional<LineCheck> check(String line) {
        return checks.now().stream()
                .flatMap(List::stream)
                .filter(check -> check.line().equals(line))
                .findFirst();
    }

    /** A figure of those who wait on the telephone. */
    long waiting(ToLongFunction<WaitingLine.Length> figure) {
        return telephone.now().map(Telephone::waiting).map(figure::applyAsLong).orElse(UNKNOWN);
    }

    /** How many calls are still to be made. */
    long orders() {
        return telephone.now().map(Telephone::orders).orElse(UNKNOWN);
    }

    /** The counters of a line since start. */
    Optional<LineFigures> line(String name) {
        return counts.lines().stream()
                .filter(figures -> figures.line().equals(name))
                .findFirst();
    }

    /** Texts that were refused since start, by reason. */
    Map<String, Long> refusals() {
        return counts.refusals();
    }
}
