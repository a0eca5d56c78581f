package vn.mscore.hotline.watch.line;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.sms.LineState;
import vn.mscore.hotline.sms.SmsLine;
import vn.mscore.hotline.sms.SmsLines;
import vn.mscore.hotline.watch.LineCheck;
import vn.mscore.hotline.watch.LineChecks;
import vn.mscore.hotline.watch.Trouble;
import vn.mscore.hotline.watch.line.SqlBalances.Kept;
import vn.mscore.hotline.watch.line.SqlProbes.Sent;

/** Gathers what silence, probes and balances say of each line. */
@Singleton
public class LineWatch implements LineChecks {
    private static final int MINUTES = 60;

    private final SmsLines lines;
    private final WatchOrders orders;
    private final SilenceWatch silence;
    private final SqlProbes probes;
    private final SqlBalances balances;
    private final InTransaction transactions;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    LineWatch(
            SmsLines lines,
            WatchOrders orders,
            SilenceWatch silence,
            SqlProbes probes,
            SqlBalances balances,
            InTransaction transactions,
            Clock clock) {
        this.lines = lines;
        this.orders = orders;
        this.silence = silence;
        this.probes = probes;
        this.balances = balances;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<LineCheck> all() {
        return lines.all().stream().map(line -> check(line, kept(line))).toList();
    }

    private LineCheck check(SmsLine line, Optional<Kept> kept) {
        WatchOrder order = orders.of(line);
        long limit = (long) order.silenceHours() * MINUTES;
        long silent = silence.minutes(line, limit);
        boolean elsewhere = line.state().status() == LineState.Status.STANDBY;
        return new LineCheck(
                line.name(),
                silent,
                limit,
                limit > 0 && !elsewhere && silent >= limit,
                order.probe().flatMap(other -> probe(line)),
                kept.map(row -> new LineCheck.Balance(
                        row.asked(), row.found().dong(), row.found().expires())));
    }

    private Optional<LineCheck.Probe> probe(SmsLine line) {
        List<Sent> sent = probes(line);
        boolean lost = ProbeVerdict.isLost(sent, orders.probeLimit(), clock.instant());
        return sent.stream().findFirst().map(newest -> new LineCheck.Probe(newest.at(), newest.back(), lost));
    }

    private List<Sent> probes(SmsLine line) {
        return transactions.call(() -> probes.latest(line.name()));
    }

    private Optional<Kept> kept(SmsLine line) {
        return orders.of(line).balance().isEmpty()
                ? Optional.empty()
                : transactions.call(() -> balances.of(line.name()));
    }

    @Override
    public Set<Trouble> troubles() {
        Set<Trouble> troubles = new HashSet<>();
        lines.all().forEach(line -> troubles.addAll(troubles(line)));
        return troubles;
    }

    private Set<Trouble> troubles(SmsLine line) {
        Set<Trouble> troubles = new HashSet<>();
        Optional<Kept> kept = kept(line);
        LineCheck check = check(line, kept);
        if (check.silent()) {
            troubles.add(new Trouble("line-silent", line.name(), 1));
        }
        if (check.probe().filter(LineCheck.Probe::lost).isPresent()) {
            troubles.add(new Trouble("probe-lost", line.name(), 2));
        }
        kept.ifPresent(row -> troubles.addAll(BalanceVerdict.of(line.name(), row, orders.of(line), clock.instant())));
        return troubles;
    }
}
