package vn.mscore.hotline.sms;

import java.time.Instant;

/** An intake that counts and holds what came last: small enough to be asked a million times. */
public final class LastIntake implements Intake {
    private int count;
    private ReceivedPart part;
    private ReceivedReport report;

    /** How many things came, of whatever kind. */
    public int count() {
        return count;
    }

    /** The last part of a text, null when none came. */
    public ReceivedPart part() {
        return part;
    }

    /** The last report, null when none came. */
    public ReceivedReport report() {
        return report;
    }

    @Override
    public Stored store(ReceivedPart came) {
        count++;
        part = came;
        return Stored.NEW;
    }

    @Override
    public void store(ReceivedReport came) {
        count++;
        report = came;
    }

    @Override
    public void quarantine(String line, String why, byte[] raw) {
        Never.unless(why != null && raw != null, "put aside without a reason");
        count++;
    }

    @Override
    public void missedCall(String line, String caller, Instant at) {
        count++;
    }
}
