package vn.mscore.hotline.sms;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import vn.mscore.hotline.platform.SqlFailure;

/** An intake in memory: keeps what came as one line of text each, dedupes like the real one, fails on demand. */
public final class KeptIntake implements Intake {
    private final List<String> log = new ArrayList<>();
    private final Map<String, Long> seen = new HashMap<>();
    private final Map<UUID, Heard> proofs = new HashMap<>();
    private final List<Integer> batches = new ArrayList<>();
    private final List<byte[]> raws = new ArrayList<>();
    private boolean away;
    private Throwable failure;
    private int failures;
    private int misses;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** Whether everything fails from now on. */
    public synchronized void away(boolean now) {
        away = now;
    }

    /** The next {@code times} texts that come are not stored but fail with {@code why}; notes for a person are kept. */
    public synchronized void fail(int times, Throwable why) {
        failures = times;
        failure = why;
    }

    /** How many texts are still to fail. */
    public synchronized int failuresLeft() {
        return failures;
    }

    private void failIfSaid() {
        if (failures > 0) {
            failures--;
            KeptIntake.<RuntimeException>raise(failure);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void raise(Throwable why) throws E {
        throw (E) why;
    }

    /** How often something could not be kept. */
    public synchronized int misses() {
        return misses;
    }

    /** Nothing is stored until the latch is open. */
    public void hold(CountDownLatch until) {
        gate = until;
    }

    /** How many texts came by themselves to be stored, whatever became of them. */
    public int asked() {
        return asked.get();
    }

    /** How many parts came together, each time. */
    public synchronized List<Integer> batches() {
        return List.copyOf(batches);
    }

    /** One commit: all or none, as the database would; a text with the word poison is refused by it. */
    @Override
    public synchronized List<Stored> storeAll(List<ReceivedPart> parts) {
        batches.add(parts.size());
        if (parts.stream().anyMatch(KeptIntake::poisonous)) {
            throw refusal();
        }
        return parts.stream().map(this::store).toList();
    }

    private static boolean poisonous(ReceivedPart part) {
        return part.text().contains("poison");
    }

    private static SqlFailure refusal() {
        return new SqlFailure(new SQLException("refused", "22001"));
    }

    /** The octets kept for a person. */
    public synchronized List<byte[]> raws() {
        return List.copyOf(raws);
    }

    /** What was kept, in its order. */
    public synchronized List<String> log() {
        return List.copyOf(log);
    }

    private void keep(String line) {
        if (away) {
            misses++;
            throw new IllegalStateException("database away");
        }
        log.add(line);
    }

    @Override
    public Stored store(ReceivedPart part) {
        asked.incrementAndGet();
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (poisonous(part)) {
            throw refusal();
        }
        return kept(part);
    }

    private synchronized Stored kept(ReceivedPart part) {
        failIfSaid();
        String text = text(part);
        if (!away && seen.putIfAbsent(key(part, text), System.nanoTime()) != null) {
            log.add("duplicate");
            return Stored.DUPLICATE;
        }
        keep(text);
        return Stored.NEW;
    }

    private static String key(ReceivedPart part, String text) {
        return part.id().orElse(text + part.rawTimestamp());
    }

    private static String text(ReceivedPart part) {
        return part.kind() + " " + part.sender() + " " + part.text()
                + part.concat().map(c -> " " + c.number() + "/" + c.total()).orElse("");
    }

    @Override
    public synchronized void note(Heard proof) {
        proofs.put(proof.stretch(), proof);
    }

    /** What was proven. */
    public synchronized List<Heard> proofs() {
        return List.copyOf(proofs.values());
    }

    @Override
    public synchronized boolean heard(ReceivedPart part) {
        return isProven(seen.get(key(part, text(part))));
    }

    private boolean isProven(long at) {
        return proofs.values().stream().anyMatch(proof -> at - proof.since() > 0 && at - proof.until() < 0);
    }

    /** Whether it is proven that our answer to what has {@code words} in it, and no id, was heard. */
    public synchronized boolean heard(String words) {
        return seen.entrySet().stream().anyMatch(one -> one.getKey().contains(' ' + words) && isProven(one.getValue()));
    }

    @Override
    public synchronized void store(ReceivedReport report) {
        keep("REPORT " + report.reference() + " " + report.recipient() + " " + report.meaning());
    }

    @Override
    public synchronized void quarantine(String line, String why, byte[] raw) {
        keep("QUARANTINE " + why);
        raws.add(raw);
    }

    @Override
    public synchronized void missedCall(String line, String caller, Instant at) {
        keep("CALL");
    }
}
