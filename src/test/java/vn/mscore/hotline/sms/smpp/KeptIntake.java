package vn.mscore.hotline.sms.smpp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.mscore.hotline.sms.Intake;

/** An intake in memory: keeps what came as one line of text each, dedupes like the real one, fails on demand. */
final class KeptIntake implements Intake {
    private final List<String> log = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private boolean away;

    synchronized void away(boolean now) {
        away = now;
    }

    synchronized List<String> log() {
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
        if (!away && !seen.add(text + part.rawTimestamp())) {
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
