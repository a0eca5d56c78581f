package vn.mscore.hotline.watch.line;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.sms.SmsLine;
import vn.mscore.hotline.sms.SmsLines;
import vn.mscore.hotline.sms.UssdQuery;

/** Asks every SIM that is to be watched for its balance once a day, again after an hour when it did not answer. */
@Singleton
public class Balances implements Job {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final Duration AGAIN = Duration.ofHours(1);

    private final SmsLines lines;
    private final WatchOrders orders;
    private final SqlBalances store;
    private final InTransaction transactions;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    Balances(SmsLines lines, WatchOrders orders, SqlBalances store, InTransaction transactions, Clock clock) {
        this.lines = lines;
        this.orders = orders;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sim-balances";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(60);
    }

    @Override
    public int run() {
        return lines.all().stream().mapToInt(this::look).sum();
    }

    private int look(SmsLine line) {
        Optional<BalanceAnswer> answer = orders.of(line).balance();
        Optional<UssdQuery> sim = line.ussd();
        if (answer.isEmpty() || sim.isEmpty() || !isDue(line.name())) {
            return 0;
        }
        // Up to forty seconds, outside any transaction.
        BalanceAnswer.Found found = sim.flatMap(UssdQuery::balance)
                .map(answer.get()::read)
                .orElse(new BalanceAnswer.Found(java.util.OptionalInt.empty(), Optional.empty()));
        Instant now = clock.instant();
        return transactions.call(() -> {
            if (found.nothing()) {
                store.unread(line.name(), now);
            } else {
                store.read(line.name(), now, found);
            }
            return found.nothing() ? 0 : 1;
        });
    }

    private boolean isDue(String line) {
        Instant now = clock.instant();
        Instant today =
                LocalDate.ofInstant(now, VIETNAM).atTime(orders.probeAt()).toInstant(VIETNAM);
        return !now.isBefore(today)
                && transactions
                        .call(() -> store.of(line))
                        .map(kept -> kept.answered().orElse(Instant.EPOCH).isBefore(today)
                                && !kept.asked().plus(AGAIN).isAfter(now))
                        .orElse(true);
    }
}
