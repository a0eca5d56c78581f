package vn.mscore.hotline.watch.line;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
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
        return lines.all().stream().map(this::check).toList();
    }

    private LineCheck check(SmsLine line) {
        WatchOrder order = orders.of(line);
        Optional<LineCheck.Probe> probe = order.probe().isEmpty()
                ? Optional.empty()
                : probe(probes(line)).stream().findFirst();
        Optional<LineCheck.Balance> balance = kept(line, order)
                .map(row -> new LineCheck.Balance(
                        row.asked(), row.found().dong(), row.found().expires()));
        long limit = (long) order.silenceHours() * MINUTES;
        return new LineCheck(line.name(), silence.minutes(line, limit), limit, probe, balance);
    }

    private List<LineCheck.Probe> probe(List<Sent> sent) {
        boolean lost = ProbeVerdict.isLost(sent, orders.probeLimit(), clock.instant());
        return sent.stream()
                .map(probe -> new LineCheck.Probe(probe.at(), probe.back(), lost))
                .toList();
    }

    private List<Sent> probes(SmsLine line) {
        return transactions.call(() -> probes.latest(line.name()));
    }

    private Optional<Kept> kept(SmsLine line, WatchOrder order) {
        return order.balance().isEmpty() ? Optional.empty() : transactions.call(() -> balances.of(line.name()));
    }

    @Override
    public Set<Trouble> troubles() {
        Set<Trouble> troubles = new HashSet<>();
        lines.all().forEach(line -> troubles.addAll(troubles(line)));
        return troubles;
    }

    private Set<Trouble> troubles(SmsLine line) {
        WatchOrder order = orders.of(line);
        Instant now = clock.instant();
        Set<Trouble> troubles = new HashSet<>();
        long limit = (long) order.silenceHours() * MINUTES;
        boolean elsewhere = line.state().status() == LineState.Status.STANDBY;
        if (limit > 0 && !elsewhere && silence.minutes(line, limit) >= limit) {
            troubles.add(new Trouble("line-silent", line.name(), 1));
        }
        if (order.probe().isPresent() && ProbeVerdict.isLost(probes(line), orders.probeLimit(), now)) {
            troubles.add(new Trouble("probe-lost", line.name(), 2));
        }
        kept(line, order).ifPresent(row -> troubles.addAll(BalanceVerdict.of(line.name(), row, order, now)));
        return troubles;
    }
}
