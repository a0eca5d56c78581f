package vn.mscore.hotline.launcher;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;
import vn.mscore.hotline.privacy.Redactor;

/** Keeps the last SEVERE message, so that a failed start can name its cause. */
public final class LastSevere extends Handler {
    private static final int LINES = 4;
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
            return sentence(String.valueOf(line.getMessage()));
        }
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return sentence(cause.getClass().getSimpleName() + ": " + cause.getMessage());
    }

    /** The first lines without the stack: it is in the log. */
    private static String sentence(String message) {
        return Redactor.mask(message.lines()
                .filter(line -> !line.stripLeading().startsWith("at ") && !line.isBlank())
                .limit(LINES)
                .collect(Collectors.joining(" | ")));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
