package vn.mscore.hotline.sms.smpp;

import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What the centre has against all that we send: a person must act. It holds until a text is taken, or for {@code pause} after
 * the last refusal: then the next text tries it, in case somebody has acted.
 */
final class Objection {
    private static final Logger LOG = Logger.getLogger(Objection.class.getName());

    private final String name;
    private final Duration pause;
    private int status;
    private long until;
    private boolean taken;
    private long takenAt;

    Objection(String name, Duration pause) {
        this.name = name;
        this.pause = pause;
    }

    /** A submission was refused with a status that is {@link SubmitStatus#OURS}: of one text, as long as others are taken. */
    synchronized void raised(int why) {
        if (taken && System.nanoTime() - takenAt < pause.toNanos()) {
            return;
        }
        if (why != status) {
            LOG.log(Level.WARNING, "line {0}: BLOCKED, {1}", new Object[] {name, words(why)});
        }
        status = why;
        until = System.nanoTime() + pause.toNanos();
    }

    /** The centre took a submission. */
    synchronized void dropped() {
        status = 0;
        taken = true;
        takenAt = System.nanoTime();
    }

    /** What to show of it; empty when there is none, or the pause is over. */
    synchronized Optional<String> shown() {
        return status != 0 && until - System.nanoTime() > 0 ? Optional.of(words(status)) : Optional.empty();
    }

    private static String words(int status) {
        return "the message centre refuses what is alike in all texts: sender, account or marking of long ones,"
                + " SMPP status 0x%08X".formatted(status);
    }
}
