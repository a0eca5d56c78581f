package vn.mscore.hotline.sms.modem;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import vn.mscore.hotline.sms.LineState;

/** Every state a line showed, in order: one that lasted shorter than a look of the test is not missed. */
final class ShownStates extends Handler {
    // Kept here: a logger nobody holds forgets its handlers.
    private static final Logger BOARD = Logger.getLogger(LineBoard.class.getName());

    private final List<String> shown = new ArrayList<>();
    private int seen;

    /** Listens from now on; ends with {@link #close}. */
    static ShownStates listen() {
        ShownStates states = new ShownStates();
        BOARD.addHandler(states);
        return states;
    }

    @Override
    public synchronized void publish(LogRecord told) {
        Object[] words = told.getParameters();
        if (words.length == 3 && words[1] instanceof LineState.Status) {
            shown.add(words[1] + " " + words[2]);
        }
    }

    /** What was shown until now is not looked for any more. */
    synchronized void skip() {
        seen = shown.size();
    }

    /** Whether {@code status} with {@code detail} in its words was shown since the last one found. */
    synchronized boolean next(String status, String detail) {
        for (int i = seen; i < shown.size(); i++) {
            if (shown.get(i).startsWith(status + " ") && shown.get(i).contains(detail)) {
                seen = i + 1;
                return true;
            }
        }
        return false;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        BOARD.removeHandler(this);
    }
}
