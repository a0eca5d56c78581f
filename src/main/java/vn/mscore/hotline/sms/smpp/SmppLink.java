package vn.mscore.hotline.sms.smpp;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.PDUComposer;

/**
 * One connection to a message centre. Requests of ours wait for their answers by sequence number, any number at a time;
 * when the connection ends, all that wait are told at once. Any thread may write; one thread reads.
 */
final class SmppLink implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SmppLink.class.getName());
    private static final PDUComposer COMPOSER = new DefaultComposer();
    private static final Duration WRITE = Duration.ofSeconds(10);
    private static final int LAST = Integer.MAX_VALUE;

    /** Whoever waits no longer, whatever comes. */
    static final Consumer<SmppPdu> NOBODY = answer -> {};

    /** A late answer is listened for so long: the outbox has sent a second copy by then. */
    private static final Duration LATE = Duration.ofMinutes(10);

    /** A session that nobody looked at for so long stood still; one whose peer takes so long for enquire_link does. */
    static final Duration STANDSTILL = Duration.ofMillis(2500);

    private final SmppSocket connection;
    private final DataInputStream in;
    private final OutputStream out;
    private final ReentrantLock writing = new ReentrantLock();
    private final Map<Integer, Asked> waiting = new ConcurrentHashMap<>();
    private final Map<Integer, Asked> tooLate = new ConcurrentHashMap<>();
    private final AtomicInteger sequence = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger doubtful = new AtomicInteger(-1);
    private final AtomicBoolean closed = new AtomicBoolean();
    private boolean unbinding;
    private volatile String ending = "the connection ended";
    private volatile long heardAt = System.nanoTime();
    private volatile long lookedAt = System.nanoTime();

    SmppLink(SmppSocket connection) throws IOException {
        this.connection = connection;
        this.in =
                new DataInputStream(new BufferedInputStream(connection.socket().getInputStream()));
        this.out = connection.socket().getOutputStream();
    }

    /** A request of ours and where its answer goes. */
    private record Asked(int command, CompletableFuture<SmppPdu> answer, long at) {
        private boolean slow() {
            return System.nanoTime() - at > STANDSTILL.toNanos();
        }

        private boolean proof() {
            return command == SMPPConstant.CID_ENQUIRE_LINK;
        }
    }

    /** Makes a PDU of ours with a sequence number. */
    @FunctionalInterface
    interface Request {
        byte[] compose(PDUComposer composer, int sequence) throws PDUStringException;
    }

    /**
     * Sends a request and waits for its answer; a generic_nack is one, whose status is never that of success.
     *
     * @throws LinkLost when the connection ended
     * @throws TimeoutException when no answer came within {@code limit}; it may still come and is then one that nobody waits for
     * @throws PDUStringException when the request breaks a limit of SMPP and was not sent
     */
    SmppPdu ask(Request request, Duration limit) throws LinkLost, TimeoutException, PDUStringException {
        return ask(request, limit, NOBODY);
    }

    /** The same; an answer that comes too late, within ten minutes on this connection, is told to {@code late} as well. */
    SmppPdu ask(Request request, Duration limit, Consumer<SmppPdu> late)
            throws LinkLost, TimeoutException, PDUStringException {
        int number = sequence.updateAndGet(last -> last == LAST ? 1 : last + 1);
        byte[] octets = request.compose(COMPOSER, number);
        CompletableFuture<SmppPdu> answer = new CompletableFuture<>();
        Asked asked = new Asked(ByteBuffer.wrap(octets).getInt(Integer.BYTES), answer, System.nanoTime());
        waiting.put(number, asked);
        try {
            write(octets);
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new LinkLost("the connection ended before the answer", true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkLost("interrupted", true);
        } catch (TimeoutException e) {
            tooLate.put(number, asked);
            answer.orTimeout(LATE.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((come, not) -> tooLate.remove(number))
                    .thenAccept(late);
            throw e;
        } finally {
            waiting.remove(number);
        }
    }

    /** Sends an answer of ours, and tells whether it went; a connection that ends meanwhile is no error, the centre will ask again. */
    boolean answer(Request answer, int number) {
        try {
            write(answer.compose(COMPOSER, number));
            return true;
        } catch (LinkLost | PDUStringException e) {
            LOG.log(Level.FINE, "an answer could not be sent: {0}", e.getMessage());
            return false;
        }
    }

    /** Answers the centre's unbind and ends the connection; nothing of ours follows (SMPP 3.4 4.2). */
    void unbound(int number) {
        answer((composer, last) -> composer.unbindResp(SMPPConstant.STAT_ESME_ROK, last), number);
    }

    /** A peer that takes nothing for ten seconds is gone; one that is being unbound is asked nothing more. */
    private void write(byte[] octets) throws LinkLost {
        int command = ByteBuffer.wrap(octets).getInt(Integer.BYTES);
        boolean mine = false;
        try {
            mine = writing.tryLock(WRITE.toMillis(), TimeUnit.MILLISECONDS);
            if (!mine || closed.get()) {
                close();
                throw new LinkLost("the connection has ended", false);
            }
            if (unbinding && (command & SMPPConstant.MASK_CID_RESP) == 0) {
                throw new LinkLost("the session is being unbound", false);
            }
            unbinding = command == SMPPConstant.CID_UNBIND || unbinding;
            out.write(octets);
            out.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkLost("interrupted", false);
        } catch (LinkLost e) {
            throw e;
        } catch (IOException e) {
            close();
            throw new LinkLost("the connection ended while writing", true);
        } finally {
            // Before the next may write.
            if (command == SMPPConstant.CID_UNBIND_RESP) {
                close();
            }
            if (mine) {
                writing.unlock();
            }
        }
    }

    /**
     * Reads until the connection ends; answers find who waits for them, requests go to {@code requests}, and an answer that
     * nobody waits for any more is told to {@code unasked}, and dropped unless it is a late one.
     */
    void read(Consumer<SmppPdu> requests, Runnable unasked) {
        try {
            while (!closed.get()) {
                SmppPdu pdu = SmppPdu.read(in);
                heardAt = System.nanoTime();
                if (pdu.answer()) {
                    answered(pdu, unasked);
                } else {
                    requests.accept(pdu);
                }
            }
        } catch (SmppPdu.Absurd e) {
            ending = "the connection ended: " + e.getMessage();
        } catch (IOException e) {
            LOG.log(Level.FINE, "the connection ended: {0}", e.getMessage());
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
            // The guard of the reading thread: the connection is closed and made anew, what was not answered comes
            // again.
            LOG.log(Level.SEVERE, "a fault of ours in reading, the connection begins anew", e);
        } finally {
            close();
        }
    }

    private void answered(SmppPdu pdu, Runnable unasked) {
        Asked asked = waiting.get(pdu.sequence());
        if (asked == null || !pdu.answers(asked.command())) {
            unasked.run();
            late(pdu);
        } else {
            waiting.remove(pdu.sequence(), asked);
            if (asked.slow() && asked.proof()) {
                doubt();
            }
            // Some centres take long for every text: that proves nothing, neither way.
            if (!asked.slow() || asked.proof()) {
                answered.accumulateAndGet(pdu.sequence(), Math::max);
            }
            asked.answer().complete(pdu);
        }
    }

    private void late(SmppPdu pdu) {
        Asked asked = tooLate.get(pdu.sequence());
        if (asked != null && pdu.answers(asked.command())) {
            asked.answer().complete(pdu);
        }
    }

    /** A mark in what we wrote so far, for {@link #reached}. */
    int mark() {
        return sequence.get();
    }

    /** Whether the centre has answered something written after {@code mark}, so has got all that was written before. */
    boolean reached(int mark) {
        return answered.get() > mark;
    }

    /** As {@link #reached}, and soon enough: the centre had not given up what was answered at {@code mark}. */
    boolean heard(int mark) {
        return mark > doubtful.get() && reached(mark);
    }

    /** Whatever was answered so far may have reached the centre after it gave up, whatever it says from now on. */
    void doubt() {
        doubtful.accumulateAndGet(mark(), Math::max);
    }

    /** Called a few times a second. */
    void looked() {
        lookedAt = System.nanoTime();
    }

    /** Whether the session does not stand still. */
    boolean steady() {
        return System.nanoTime() - lookedAt <= STANDSTILL.toNanos();
    }

    /** For how long nothing has come. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - heardAt);
    }

    /** What is known of its end, once there is one. */
    String ending() {
        return ending;
    }

    boolean open() {
        return !closed.get();
    }

    /** Ends the connection for a reason that is shown. */
    void close(String why) {
        ending = "the connection was ended: " + why;
        close();
    }

    /** Ends the connection and tells all who wait. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                connection.close();
            } catch (IOException e) {
                LOG.log(Level.FINE, "closing", e);
            }
        }
        waiting.values().forEach(asked -> asked.answer().completeExceptionally(new LinkLost("ended", true)));
    }
}
