package vn.mscore.hotline.sms.smpp;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jsmpp.SMPPConstant;
import vn.mscore.hotline.platform.Failpoint;
import vn.mscore.hotline.platform.OwnThread;
import vn.mscore.hotline.platform.SqlFailure;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.Intake.ReceivedPart;
import vn.mscore.hotline.sms.Intake.Stored;

/**
 * Stores what came and answers it after the commit: new texts that come together in one commit, everything else one after the
 * other. While the database is away everything is
 * answered with a temporary error, so that the centre keeps it; nothing is answered before it is safe.
 */
final class ReceptionWorker {
    private static final Logger LOG = Logger.getLogger(ReceptionWorker.class.getName());
    private static final int ROOM = 1000;

    /** As much as a thousand ordinary ones have, or some of those that a centre joins. */
    private static final int MOST_OCTETS = 1 << 22;

    private static final int AT_ONCE = 50;
    private static final int REMEMBERED = 4000;
    private static final long LOOK_MILLIS = 500;
    private static final long STOP_MILLIS = 3000;

    /** The database is nearer than the centre: half of the line's first pause, a twelfth of its longest. */
    private static final int OF_FIRST = 2;

    private static final int OF_LONGEST = 12;

    /** With the centre's own pauses between them, so many failures that are no outage make it a case for a person. */
    private static final int POISONED = 7;

    private final SmppSettings settings;
    private final Intake intake;
    private final BlockingQueue<Arrived> queue = new ArrayBlockingQueue<>(ROOM);
    private final Gathering gathering;
    private final Proof proof = new Proof(System::nanoTime);
    private final Repeats repeats;
    private final Map<String, Integer> failures = new HashMap<>();
    private final OwnThread thread;
    private final AtomicInteger octets = new AtomicInteger();
    private final AtomicLong answered = new AtomicLong();
    private volatile boolean running = true;
    private volatile Arrived inHand;
    private volatile Long doubted;
    private final long firstPause;
    private final long longestPause;
    private long pause;
    private long retryAt;
    private boolean away;

    /**
     * What a worker works with.
     *
     * @param enough how many are worth waiting for, see {@link Gathering}
     */
    record Kit(OwnThread thread, Clock clock, int enough) {}

    /** One that may share a commit with others. */
    private record Plain(Arrived arrived, ReceivedPart part) {}

    ReceptionWorker(SmppSettings settings, Intake intake, Kit kit) {
        this.repeats = new Repeats(kit.clock());
        this.gathering = new Gathering(kit.enough(), AT_ONCE, System::nanoTime);
        this.settings = settings;
        this.intake = intake;
        this.thread = kit.thread();
        this.firstPause = settings.pauses().first().dividedBy(OF_FIRST).toNanos();
        this.longestPause = settings.pauses().longest().dividedBy(OF_LONGEST).toNanos();
        this.pause = firstPause;
    }

    void start() {
        thread.start(this::work);
    }

    boolean offer(Arrived arrived) {
        int size = arrived.pdu().body().length;
        boolean room = octets.addAndGet(size) <= MOST_OCTETS && running && queue.offer(arrived);
        if (!room) {
            octets.addAndGet(-size);
        }
        return room;
    }

    void stop() {
        running = false;
        thread.join(STOP_MILLIS);
    }

    /** How many were answered by now. */
    long answered() {
        return answered.get();
    }

    /** What has been here longest; what is read between the two looks is stored after them. */
    Optional<Arrived> oldest() {
        return Optional.ofNullable(inHand).or(() -> Optional.ofNullable(queue.peek()));
    }

    /** For how many nanoseconds no answer has been late or other than it should; empty when none ever was. */
    OptionalLong sinceDoubt() {
        Long at = doubted;
        return at == null ? OptionalLong.empty() : OptionalLong.of(System.nanoTime() - at);
    }

    private void doubt() {
        doubted = System.nanoTime();
    }

    private void work() {
        List<Arrived> waiting = new ArrayList<>();
        try {
            while (running || !queue.isEmpty()) {
                waiting.clear();
                try {
                    guarded(waiting);
                } finally {
                    waiting.forEach(done -> octets.addAndGet(-done.pdu().body().length));
                    inHand = null;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The guard of the thread: what is not answered because of a fault of ours, the centre sends again. */
    private void guarded(List<Arrived> waiting) throws InterruptedException {
        try {
            Arrived next = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (next != null) {
                inHand = next;
                waiting.add(next);
                gathering.with(waiting, limit -> queue.poll(limit, TimeUnit.NANOSECONDS));
                takeAll(waiting);
            }
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
            doubt();
            LOG.log(Level.SEVERE, "line {0}: a fault of ours in {1} deliveries: {2}", new Object[] {
                settings.name(), waiting.size(), e.getClass().getName()
            });
        }
    }

    /** In their order: what is not plain is taken by itself, after those before it are stored and answered. */
    private void takeAll(List<Arrived> waiting) {
        Map<String, Plain> together = new LinkedHashMap<>();
        for (Arrived arrived : waiting) {
            Optional<Plain> plain = together.containsKey(arrived.content()) ? Optional.empty() : plain(arrived);
            if (plain.isPresent()) {
                together.put(arrived.content(), plain.get());
            } else {
                storeAll(together);
                take(arrived);
            }
        }
        storeAll(together);
    }

    /** A readable text that is no repetition and has not failed before. */
    private Optional<Plain> plain(Arrived arrived) {
        if (away || failures.containsKey(arrived.content()) || repeats.knows(arrived.content())) {
            return Optional.empty();
        }
        try {
            Delivery delivery = Delivery.read(settings, arrived.pdu().kept());
            return delivery.pdu().receipt() ? Optional.empty() : Optional.of(new Plain(arrived, delivery.part(0)));
        } catch (BadPdu | RuntimeException | VirtualMachineError | LinkageError e) {
            // Taken by itself, where each failure has its answer.
            return Optional.empty();
        }
    }

    /** In one commit; when that fails each by itself, so that one that cannot be stored harms no other, and so what was there. */
    private void storeAll(Map<String, Plain> together) {
        List<Plain> all = List.copyOf(together.values());
        together.clear();
        List<Stored> stored = all.size() > 1 ? stored(all) : List.of();
        List<Arrived> fresh = new ArrayList<>();
        List<Arrived> other = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            boolean done = !stored.isEmpty() && stored.get(i) == Stored.NEW;
            (done ? fresh : other).add(all.get(i).arrived());
        }
        fresh.forEach(this::thank);
        fresh.forEach(arrived -> answered(arrived, 0));
        other.forEach(this::take);
    }

    /** What became of each; nothing when that is not known. */
    private List<Stored> stored(List<Plain> all) {
        try {
            Failpoint.hit("smpp.beforeStore");
            List<Stored> stored = intake.storeAll(all.stream().map(Plain::part).toList());
            Failpoint.hit("smpp.afterCommit.beforeResp");
            pause = firstPause;
            return stored;
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
            LOG.log(Level.FINE, "line {0}: {1} texts could not be stored together", new Object[] {
                settings.name(), all.size()
            });
            return List.of();
        }
    }

    /** What waited behind a failing one is refused without a try, so that a centre is not kept waiting for each. */
    private void take(Arrived arrived) {
        if (away && System.nanoTime() - retryAt < 0) {
            Reception.answer(arrived.pdu(), arrived.link(), SMPPConstant.STAT_ESME_RX_T_APPN);
            return;
        }
        try {
            store(arrived);
            away = false;
            pause = firstPause;
        } catch (BadPdu e) {
            unreadable(arrived, e);
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
            failed(arrived, e);
        }
    }

    private void store(Arrived arrived) throws BadPdu {
        Delivery delivery = Delivery.read(settings, arrived.pdu().kept());
        int occurrence = delivery.pdu().receipt()
                ? 0
                : repeats.occurrence(arrived.content(), arrived.link(), () -> proof.ask(arrived.link()));
        Failpoint.hit("smpp.beforeStore");
        int count = stored(delivery, arrived, occurrence);
        Failpoint.hit("smpp.afterCommit.beforeResp");
        failures.remove(arrived.content());
        thank(arrived);
        Failpoint.hit("smpp.afterResp");
        if (!delivery.pdu().receipt()) {
            answered(arrived, count);
        }
    }

    /** As which of equal ones it is stored: what another start or another node took, and was heard, is counted too. */
    private int stored(Delivery delivery, Arrived arrived, int occurrence) throws BadPdu {
        int count = occurrence;
        while (delivery.tell(intake, count) == Stored.DUPLICATE
                && !repeats.doubts(arrived.content())
                && intake.heard(delivery.part(count))) {
            count++;
        }
        return count;
    }

    private void answered(Arrived arrived, int occurrence) {
        Duration took = Duration.ofNanos(System.nanoTime() - arrived.at());
        if (Repeats.late(took)) {
            doubt();
        }
        repeats.answered(arrived.content(), occurrence, arrived.link(), took);
    }

    private void thank(Arrived arrived) {
        if (!Reception.answer(arrived.pdu(), arrived.link(), SMPPConstant.STAT_ESME_ROK)) {
            doubt();
        }
        answered.incrementAndGet();
    }

    /** Bytes no code can read are kept for a person; the error is for good, or the centre would send them for ever. */
    private void unreadable(Arrived arrived, BadPdu why) {
        byte[] all = arrived.pdu().kept();
        boolean huge = all.length > SmppPdu.USUAL;
        boolean kept = quarantined(why.getMessage(), huge ? Arrays.copyOf(all, SmppPdu.USUAL) : all);
        int status = huge ? SMPPConstant.STAT_ESME_RINVMSGLEN : why.status();
        Reception.answer(arrived.pdu(), arrived.link(), kept ? status : SMPPConstant.STAT_ESME_RX_T_APPN);
    }

    private boolean quarantined(String why, byte[] octets) {
        try {
            intake.quarantine(settings.name(), why, octets);
            return true;
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
            rest(e);
            return false;
        }
    }

    /** Whatever goes wrong in storing, the centre keeps its copy: the one place that forgives every failure. */
    private void failed(Arrived arrived, Throwable why) {
        doubt();
        if (poisonous(arrived.content(), why)) {
            if (storedAfterAll(arrived)) {
                return;
            }
            if (quarantined("cannot be stored", arrived.pdu().kept())) {
                failures.remove(arrived.content());
                thank(arrived);
                return;
            }
        }
        rest(why);
        Reception.answer(arrived.pdu(), arrived.link(), SMPPConstant.STAT_ESME_RX_T_APPN);
    }

    /** An outage is nobody's fault and is not counted. */
    private boolean poisonous(String content, Throwable why) {
        if (SqlFailure.isPassing(why)) {
            return false;
        }
        if (failures.size() > REMEMBERED) {
            failures.clear();
        }
        return SqlFailure.isRefusal(why) || failures.merge(content, 1, Integer::sum) >= POISONED;
    }

    /** The last try before a person is asked: what is stored is not also noted, or it would be read twice. */
    private boolean storedAfterAll(Arrived arrived) {
        try {
            store(arrived);
            away = false;
            return true;
        } catch (BadPdu | RuntimeException | VirtualMachineError | LinkageError e) {
            LOG.log(
                    Level.WARNING,
                    "line {0}: a delivery that cannot be stored is kept for a person: {1}",
                    new Object[] {settings.name(), e.getClass().getName()});
            return false;
        }
    }

    private void rest(Throwable why) {
        LOG.log(
                away ? Level.FINE : Level.WARNING,
                "line {0}: cannot store, the centre keeps its copy: {1}",
                new Object[] {settings.name(), why.getClass().getSimpleName()});
        away = true;
        retryAt = System.nanoTime() + pause;
        pause = Math.min(2 * pause, longestPause);
    }
}
