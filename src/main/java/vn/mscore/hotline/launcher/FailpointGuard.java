package vn.mscore.hotline.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * A failpoint makes the gateway fail on purpose. It is armed by {@code -D} alone, never by file or environment, only
 * together with a second {@code -D} that says that this is a test, and never in silence.
 */
final class FailpointGuard {
    private static final String POINT = "hotline.failpoint";
    private static final String TEST = "hotline.failpoint.test";
    private static final String LIST = "/META-INF/hotline-failpoints.tsv";

    private FailpointGuard() {}

    /** Whether {@code key} is none of the settings but one of the two properties. */
    static boolean owns(String key) {
        return key.equals(POINT) || key.equals(TEST);
    }

    /** Refuses to start with a failpoint outside a test, and one that is on no list. */
    static void check(Properties system, PrintStream out) throws StartRefused {
        String armed = system.getProperty(POINT, "");
        if (armed.isEmpty()) {
            return;
        }
        if (!"true".equals(system.getProperty(TEST))) {
            throw new StartRefused("a failpoint is set, which makes the gateway fail on purpose: tests only");
        }
        if (!isListed(armed.split(":")[0])) {
            throw new StartRefused("no failpoint is called so");
        }
        out.println("[hotline] FAILPOINT ARMED, FOR TESTS ONLY: " + armed);
    }

    private static boolean isListed(String name) {
        try (InputStream table = FailpointGuard.class.getResourceAsStream(LIST);
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return lines.lines().anyMatch(line -> line.startsWith(name + "\t"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
