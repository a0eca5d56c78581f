package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks each second whether a process still lives.
 *
 * @param pidFile where it wrote its id
 * @param ended what to do when it does not
 */
record Watch(Path pidFile, Remedy ended) {
    private static final Logger LOG = Logger.getLogger(Watch.class.getName());
    private static final long PAUSE_MILLIS = 1000;

    /** May fail, and is then tried again. */
    @FunctionalInterface
    interface Remedy {
        void apply() throws IOException;
    }

    /** Looks until the JVM ends. */
    void start() {
        Thread thread = new Thread(this::look, "database-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(PAUSE_MILLIS);
                lookOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookOnce() {
        try {
            if (!isAlive()) {
                ended.apply();
            }
        } catch (IOException e) {
            LOG.log(Level.SEVERE, "could not be started again, will be tried again", e);
        }
    }

    private boolean isAlive() throws IOException {
        if (Files.notExists(pidFile)) {
            return false;
        }
        String pid = Files.readString(pidFile).strip();
        return pid.isEmpty()
                || ProcessHandle.of(Long.parseLong(pid))
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
    }
}
