package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Logger;

/** A server that we started, perhaps outliving a killed gateway. Held to be ours only if its command line names our folder. */
record Orphan(Path pidFile, String mark) {
    private static final Logger LOG = Logger.getLogger(Orphan.class.getName());
    private static final int SECONDS_TO_STOP = 30;

    /** Stops it in order, after {@value #SECONDS_TO_STOP} s by force: InnoDB recovers from that, and Asterisk keeps nothing. */
    void stop() throws IOException, StartRefused {
        Optional<ProcessHandle> found = find();
        if (found.isEmpty()) {
            return;
        }
        LOG.info("stopping the server of " + pidFile.getParent() + "");
        ProcessHandle server = found.get();
        server.destroy();
        if (!ended(server)) {
            server.destroyForcibly();
            if (!ended(server)) {
                throw new StartRefused(
                        "process " + server.pid() + " holds " + pidFile.getParent() + " and does not end");
            }
        }
        Files.deleteIfExists(pidFile);
    }

    /** The process, when it lives and is ours. */
    Optional<ProcessHandle> find() throws IOException {
        if (Files.notExists(pidFile)) {
            return Optional.empty();
        }
        String pid = Files.readString(pidFile).strip();
        if (!pid.matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(pid)).filter(this::isOurs);
    }

    private boolean isOurs(ProcessHandle process) {
        try {
            String line = Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.ISO_8859_1);
            return line.contains(mark);
        } catch (IOException e) {
            return process.info().commandLine().orElse("").contains(mark);
        }
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
