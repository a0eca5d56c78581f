package vn.mscore.hotline.voice.agi;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.OwnThread;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.voice.VoiceFolders;

/**
 * Shows that this process runs at all: a file with its number, written every five seconds whatever else is away. The
 * heartbeat grows old as well when the database does not answer, and then nobody must be ended; this one only when the whole
 * process stands still with calls in it, which somebody outside must end ({@code ivr-scripts/asterisk/watch}, ADR 20).
 */
@Singleton
class Breath implements Service {
    private static final Logger LOG = Logger.getLogger(Breath.class.getName());
    private static final int AFTER_THE_HEARTBEAT = 240;
    private static final long EVERY_MILLIS = 5_000;
    private static final long STOP_MILLIS = 2_000;

    private final boolean wanted;
    private final Path file;
    private final OwnThread thread;
    private CountDownLatch stopped;

    @Inject
    Breath(Settings settings, VoiceFolders folders, ThreadFactory threads) {
        this.wanted = AgiSettings.from(settings).wanted();
        this.file = folders.breath();
        this.thread = new OwnThread(threads, "breath");
    }

    @Override
    public int order() {
        return AFTER_THE_HEARTBEAT;
    }

    @Override
    public synchronized void start() {
        if (wanted) {
            CountDownLatch signal = new CountDownLatch(1);
            stopped = signal;
            thread.start(() -> breatheUntil(signal));
        }
    }

    private void breatheUntil(CountDownLatch signal) {
        try {
            do {
                breathe();
            } while (!signal.await(EVERY_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The guard of this thread. A file that could not be written whole names nobody, and nobody is ended for it. */
    private void breathe() {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, Long.toString(ProcessHandle.current().pid()));
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            LOG.log(Level.WARNING, "the sign that this process runs cannot be written: {0}", file);
        }
    }

    @Override
    public synchronized void stop() {
        if (stopped == null) {
            return;
        }
        stopped.countDown();
        thread.join(STOP_MILLIS);
        stopped = null;
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the sign that this process runs cannot be removed: {0}", file);
        }
    }
}
