package vn.mscore.hotline.sms.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.Failpoint;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.SqlFailure;
import vn.mscore.hotline.sms.IncomingSms;
import vn.mscore.hotline.sms.SmsListener;
import vn.mscore.hotline.sms.inbox.SqlMessages.Unread;

/**
 * Turns of senders: the oldest message of each is read in one transaction with everything it causes, several senders' in one
 * while that goes well. When it fails each is read by itself, unless the connection is lost, so that one citizen's message
 * harms no other's; one that fails three times is parked with its reason; a database that is away is nobody's fault and is
 * not counted.
 */
@Singleton
class Reading {
    private static final Logger LOG = Logger.getLogger(Reading.class.getName());
    private static final int TRIES = 3;
    /** Before the second and before the third: what is no fault of the message has passed by then. */
    private static final List<Duration> AFTER_FAILURE = List.of(Duration.ofSeconds(1), Duration.ofSeconds(5));

    private static final Duration AFTER_LOST_RACE = Duration.ofMillis(20);
    private static final Duration OUTAGE = Duration.ofSeconds(1);
    private static final Duration TAKEN = Duration.ofMillis(100);

    private final SqlParts parts;
    private final SqlMessages messages;
    private final SqlLateParts lateParts;
    private final InTransaction transactions;

    /** An outage is told once, however many wait for its end. */
    private volatile boolean waiting;

    @Inject
    Reading(SqlParts parts, SqlMessages messages, SqlLateParts lateParts, InTransaction transactions) {
        this.parts = parts;
        this.messages = messages;
        this.lateParts = lateParts;
        this.transactions = transactions;
    }

    /** How a turn ended: whether there may be more to read, and how long the sender should be left alone. */
    record Turn(boolean more, Duration rest) {
        static Turn failed(Duration rest) {
            return new Turn(true, rest);
        }

        private static final Turn READ = new Turn(true, Duration.ZERO);
        private static final Turn NO_MORE = new Turn(false, Duration.ZERO);
    }

    /** Reads the oldest message of each of {@code senders}; tells how their turns ended, in the same order. */
    List<Turn> next(List<byte[]> senders, SmsListener reader) {
        if (senders.size() > 1) {
            try {
                List<Turn> read = transactions.call(() -> together(senders, reader, new long[1]));
                waiting = false;
                return read;
            } catch (RuntimeException | VirtualMachineError | LinkageError e) {
                LOG.log(Level.FINE, "read one by one: {0}", Failures.describe(e));
                if (SqlFailure.isLostConnection(e)) {
                    return Collections.nCopies(senders.size(), Turn.failed(OUTAGE));
                }
            }
        }
        return senders.stream().map(sender -> next(sender, reader)).toList();
    }

    /** Reads the oldest message of {@code sender}, if there is one and nobody else is at it. */
    Turn next(byte[] sender, SmsListener reader) {
        long[] inHand = {0};
        try {
            Turn turn = transactions.call(
                    () -> together(List.of(sender), reader, inHand).get(0));
            waiting = false;
            return turn;
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
            return failed(inHand[0], e);
        }
    }

    private List<Turn> together(List<byte[]> senders, SmsListener reader, long[] inHand) {
        return messages.together(() -> read(senders, reader, inHand));
    }

    private List<Turn> read(List<byte[]> senders, SmsListener reader, long[] inHand) {
        Set<ByteBuffer> mine = parts.tryTurns(senders);
        List<Unread> oldest = mine.isEmpty()
                ? List.of()
                : messages.oldest(mine.stream().map(ByteBuffer::array).toList());
        Map<ByteBuffer, Turn> turns = new HashMap<>();
        List<Unread> read = new ArrayList<>();
        List<IncomingSms> open = new ArrayList<>();
        for (Unread message : oldest) {
            inHand[0] = message.id();
            turns.put(ByteBuffer.wrap(message.index()), message.last() ? Turn.NO_MORE : Turn.READ);
            if (!lateParts.parkedWithTheirText(message)) {
                open.add(messages.open(message, lateParts.of(message)));
                read.add(message);
            }
        }
        List<Runnable> work = open.size() < 2 ? List.of(() -> reader.received(open.get(0))) : reader.together(open);
        for (int i = 0; i < open.size(); i++) {
            inHand[0] = read.get(i).id();
            work.get(i).run();
            messages.settle();
        }
        if (!read.isEmpty()) {
            messages.done(read);
            Failpoint.hit("sms.read.beforeCommit");
        }
        return senders.stream()
                .map(ByteBuffer::wrap)
                .map(sender -> mine.contains(sender) ? turns.getOrDefault(sender, Turn.NO_MORE) : Turn.failed(TAKEN))
                .toList();
    }

    private Turn failed(long id, Throwable failure) {
        if (SqlFailure.isLostRace(failure)) {
            return Turn.failed(AFTER_LOST_RACE);
        }
        if (id == 0 || SqlFailure.isPassing(failure)) {
            LOG.log(waiting ? Level.FINE : Level.WARNING, "reading waits: {0}", Failures.describe(failure));
            waiting = true;
            return Turn.failed(OUTAGE);
        }
        String why = Failures.describe(failure);
        int attempts = transactions.call(() -> messages.failed(id, why, TRIES));
        if (attempts < TRIES) {
            LOG.log(Level.WARNING, "message {0} failed, is tried again: {1}", new Object[] {Long.toString(id), why});
            return Turn.failed(AFTER_FAILURE.get(Math.max(1, attempts) - 1));
        }
        LOG.log(Level.SEVERE, "message {0} is parked: {1}", new Object[] {Long.toString(id), why});
        return Turn.READ;
    }
}
