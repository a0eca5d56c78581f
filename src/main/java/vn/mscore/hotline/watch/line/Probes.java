package vn.mscore.hotline.watch.line;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.Intake.ReceivedPart;
import vn.mscore.hotline.sms.LineContract;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.OutgoingSms;
import vn.mscore.hotline.sms.ProbeMail;
import vn.mscore.hotline.sms.SmsLine;
import vn.mscore.hotline.sms.SmsLines;
import vn.mscore.hotline.sms.SmsOutbox;
import vn.mscore.hotline.sms.SpentLines;

/**
 * Texts a number of our own once a day by every line that is to be probed, and knows the text when it comes back. One that is
 * lost goes once more: a single text gets lost on a good line too.
 */
@Singleton
public class Probes implements Job, ProbeMail {
    private static final Logger LOG = Logger.getLogger(Probes.class.getName());
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
    private static final Duration WORTH = Duration.ofHours(1);
    private static final int KEPT_DAYS = 90;

    private final SmsLines lines;
    private final WatchOrders orders;
    private final LineContract contract;
    private final SqlProbes store;
    private final SmsOutbox outbox;
    private final SpentLines spent;
    private final BlindIndex blind;
    private final InTransaction transactions;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    Probes(
            SmsLines lines,
            WatchOrders orders,
            LineContract contract,
            SqlProbes store,
            SmsOutbox outbox,
            SpentLines spent,
            BlindIndex blind,
            InTransaction transactions,
            Clock clock) {
        this.lines = lines;
        this.orders = orders;
        this.contract = contract;
        this.store = store;
        this.outbox = outbox;
        this.spent = spent;
        this.blind = blind;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "line-probes";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public int run() {
        Instant now = clock.instant();
        LocalTime time = now.atOffset(VIETNAM).toLocalTime();
        return time.isBefore(orders.probeAt())
                ? 0
                : able().mapToInt(line -> probe(line, now)).sum();
    }

    /** What a line that is away or has spent its day does not send tells nothing. */
    private Stream<SmsLine> able() {
        Set<String> unable = spent.spent();
        return lines.all().stream()
                .filter(line -> line.state().status() == Status.READY && !unable.contains(line.name()));
    }

    private int probe(SmsLine line, Instant now) {
        Optional<PhoneNumber> to =
                orders.of(line).probe().flatMap(lines::byName).flatMap(contract::number);
        LocalDate today = LocalDate.ofInstant(now, VIETNAM);
        ProbeToken token = new ProbeToken(line.name(), today);
        return to.filter(number -> transactions.call(() -> begin(token, number, now)))
                        .isPresent()
                ? 1
                : 0;
    }

    private boolean begin(ProbeToken token, PhoneNumber to, Instant now) {
        if (!store.begin(token, now) && !store.repeat(token, now.minus(orders.probeLimit()))) {
            return false;
        }
        store.forget(token.day().minusDays(KEPT_DAYS));
        return outbox.put(new OutgoingSms(
                        to,
                        token.text(blind),
                        OutgoingSms.Kind.PROBE,
                        Optional.of(token.line()),
                        WORTH,
                        Optional.empty(),
                        Optional.empty()))
                .isEmpty();
    }

    @Override
    public boolean take(ReceivedPart part) {
        Optional<ProbeToken> token = ProbeToken.read(part.text(), blind);
        token.ifPresent(probe -> {
            Instant now = clock.instant();
            transactions.call(() -> {
                store.back(probe, now);
                return true;
            });
            LOG.log(Level.INFO, "the probe of line {0} came back on line {1}", new Object[] {probe.line(), part.line()
            });
        });
        return token.isPresent();
    }
}
