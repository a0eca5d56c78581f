package vn.mscore.hotline.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** One place that fails once, at its N-th hit. */
final class ArmedFailpoint {
    private static final Logger LOG = Logger.getLogger(ArmedFailpoint.class.getName());
    private static final String LIST = "/META-INF/hotline-failpoints.tsv";
    private static final int DELAY_SECONDS = 30;

    /** What {@code kill -9} leaves behind: 128 and the signal's number. */
    private static final int KILLED = 137;

    private final String name;
    private final Action action;
    private final Duration delay;
    private final AtomicInteger left;

    private enum Action {
        HALT,
        THROW,
        ENOSPC,
        DELAY
    }

    private ArmedFailpoint(String name, Action action, Duration delay, int nth) {
        this.name = name;
        this.action = action;
        this.delay = delay;
        this.left = new AtomicInteger(nth);
    }

    /** Null when nothing is to be armed; refuses what it does not know, since a test that arms nothing proves nothing. */
    static ArmedFailpoint read(String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String[] cells = value.strip().split(":");
        if (cells.length < 2 || cells.length > 3 || !names().contains(cells[0])) {
            throw new IllegalArgumentException("no failpoint is called so: " + value);
        }
        String[] action = cells[1].split("=", 2);
        int seconds = action.length == 2 ? Integer.parseInt(action[1]) : DELAY_SECONDS;
        LOG.log(Level.SEVERE, "FAILPOINT ARMED, FOR TESTS ONLY: {0}", value);
        return new ArmedFailpoint(
                cells[0],
                Action.valueOf(action[0].toUpperCase(Locale.ROOT)),
                Duration.ofSeconds(seconds),
                cells.length == 3 ? Integer.parseInt(cells[2]) : 1);
    }

    /** The names of the list. */
    static Set<String> names() {
        try (InputStream table = ArmedFailpoint.class.getResourceAsStream(LIST);
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t")[0])
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean fired() {
        return left.get() <= 0;
    }

    void hit(String where) {
        if (where.equals(name) && left.decrementAndGet() == 0) {
            fire();
        }
    }

    private void fire() {
        switch (action) {
            case HALT -> Runtime.getRuntime().halt(KILLED);
            case THROW -> throw new Failpoint.Fired(name);
            case ENOSPC -> throw new UncheckedIOException(new IOException("No space left on device"));
            case DELAY -> rest();
        }
    }

    private void rest() {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
