package vn.mscore.hotline.sms.modem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import vn.mscore.hotline.sms.Intake;

/** An intake in memory: keeps what came as one line of text each, dedupes like the real one, fails on demand. */
final class RecordingIntake implements Intake {
    private final List<String> log = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private boolean away;
    private int refused;
    private String poison = "";

    /** Texts that contain this cannot be stored. */
    synchronized void poison(String words) {
        poison = words;
    }

    synchronized void away(boolean now) {
        away = now;
    }

    /** How often something came while all was away. */
    synchronized int refused() {
        return refused;
    }

    synchronized List<String> log() {
        return List.copyOf(log);
    }

    synchronized boolean has(String line) {
        return log.contains(line);
    }

    private synchronized void keep(String line) {
        if (away) {
            refused++;
            notifyAll();
            throw new IllegalStateException("database away");
        }
        log.add(line);
        notifyAll();
    }

    @Override
    public synchronized Stored store(ReceivedPart part) {
        if (!poison.isEmpty() && part.text().contains(poison)) {
            throw new IllegalStateException("cannot be stored");
        }
        String key = part.simIdentity() + part.sender() + part.rawTimestamp() + part.concat() + part.text();
        if (!away && !seen.add(key)) {
            log.add("duplicate");
            notifyAll();
            return Stored.DUPLICATE;
        }
        keep(part.kind() + " " + part.sender() + " " + part.text()
                + part.concat().map(c -> " " + c.number() + "/" + c.total()).orElse(""));
        return Stored.NEW;
    }

    @Override
    public void store(ReceivedReport report) {
        keep("REPORT " + report.reference() + " " + report.recipient() + " " + report.meaning());
    }

    @Override
    public void quarantine(String line, String why, byte[] raw) {
        keep("QUARANTINE " + why);
    }

    @Override
    public void missedCall(String line, String caller, Instant at) {
        keep("CALL " + caller);
    }

    /** Waits until {@code condition}; false when it does not come true in time. */
    synchronized boolean await(BooleanSupplier condition, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(Math.min(20, left / 1_000_000 + 1));
        }
        return true;
    }
}
