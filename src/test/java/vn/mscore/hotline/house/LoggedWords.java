package vn.mscore.hotline.house;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/** Everything that classes write into the log meanwhile, with the whole of each failure. */
public final class LoggedWords extends Handler implements AutoCloseable {
    private final List<Logger> loggers;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private LoggedWords(List<Logger> loggers) {
        this.loggers = loggers;
    }

    /** Listens to the loggers of {@code classes}. */
    public static LoggedWords of(Class<?>... classes) {
        LoggedWords words = new LoggedWords(
                Stream.of(classes).map(type -> Logger.getLogger(type.getName())).toList());
        words.setLevel(Level.ALL);
        words.loggers.forEach(logger -> logger.addHandler(words));
        return words;
    }

    /** What was written, in order. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord line) {
        StringWriter text = new StringWriter();
        text.append(new SimpleFormatter().formatMessage(line));
        if (line.getThrown() != null) {
            line.getThrown().printStackTrace(new PrintWriter(text));
        }
        lines.add(text.toString());
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        loggers.forEach(logger -> logger.removeHandler(this));
    }
}
