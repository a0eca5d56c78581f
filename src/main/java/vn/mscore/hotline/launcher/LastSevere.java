package vn.mscore.hotline.launcher;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import vn.mscore.hotline.privacy.Redactor;

/** Keeps the last SEVERE message, so that a failed start can name its cause. */
public final class LastSevere extends Handler {
    private static volatile String last = "";

    /** Made by the log manager. */
    public LastSevere() {
        setLevel(Level.SEVERE);
    }

    static String message() {
        return last;
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
            last = cause(line);
        }
    }

    private static String cause(LogRecord line) {
        Throwable cause = line.getThrown();
        if (cause == null) {
            return Redactor.mask(String.valueOf(line.getMessage()));
        }
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return Redactor.mask(cause.getClass().getSimpleName() + ": " + cause.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
