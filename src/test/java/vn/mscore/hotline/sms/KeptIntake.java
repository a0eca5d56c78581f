package vn.mscore.hotline.sms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An intake in memory: keeps what came as one line of text each, dedupes like the real one, fails on demand. */
public final class KeptIntake implements Intake {
    private final List<String> log = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private boolean away;

    /** Whether everything fails from now on. */
    public synchronized void away(boolean now) {
        away = now;
    }

    /** What was kept, in its order. */
    public synchronized List<String> log() {
        return List.copyOf(log);
    }

    private void keep(String line) {
        if (away) {
            throw new IllegalStateException("database away");
        }
        log.add(line);
    }

    @Override
    public synchronized Stored store(ReceivedPart part) {
        String text = part.kind() + " " + part.sender() + " " + part.text()
                + part.concat().map(c -> " " + c.number() + "/" + c.total()).orElse("");
        if (!away && !seen.add(part.id().orElse(text + part.rawTimestamp()))) {
            log.add("duplicate");
            return Stored.DUPLICATE;
        }
        keep(text);
        return Stored.NEW;
    }

    @Override
    public synchronized void store(ReceivedReport report) {
        keep("REPORT " + report.reference() + " " + report.recipient() + " " + report.meaning());
    }

    @Override
    public synchronized void quarantine(String line, String why, byte[] raw) {
        keep("QUARANTINE " + why);
    }

    @Override
    public synchronized void missedCall(String line, String caller, Instant at) {
        keep("CALL");
    }
}
