package vn.mscore.hotline.sms.smpp;

import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.sms.LineState.Status;

/** What one session shows of itself; written by its owner thread, read by anybody. */
final class SmppBoard {
    private static final Logger LOG = Logger.getLogger(SmppBoard.class.getName());

    private final String name;
    private volatile Shown shown = new Shown(Status.STARTING, "not started");

    SmppBoard(String name) {
        this.name = name;
    }

    /** Status and its detail, which change together. */
    record Shown(Status status, String detail) {}

    /** Sets both; changes are logged, bad ones as a warning. */
    void show(Status status, String detail) {
        Shown next = new Shown(status, detail);
        if (!shown.equals(next)) {
            boolean bad = status == Status.BLOCKED || status == Status.LOST;
            LOG.log(bad ? Level.WARNING : Level.INFO, "line {0}: {1}, {2}", new Object[] {name, status, detail});
        }
        shown = next;
    }

    Shown shown() {
        return shown;
    }
}
