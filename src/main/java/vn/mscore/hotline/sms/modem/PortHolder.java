package vn.mscore.hotline.sms.modem;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Finds which other process has a device open, by {@code /proc}; sees only what this user may see. */
final class PortHolder {
    private static final Logger LOG = Logger.getLogger(PortHolder.class.getName());
    private static final Path PROC = Path.of("/proc");
    private static final int MOST_PROCESSES = 5000;
    private static final int MOST_FILES = 2000;

    private PortHolder() {}

    /** Name and number of the process, empty when none is seen. */
    static String of(Path device) {
        long self = ProcessHandle.current().pid();
        int seen = 0;
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            Path real = device.toRealPath();
            for (Path process : processes) {
                boolean other = !process.getFileName().toString().equals(Long.toString(self));
                if (other && holds(process.resolve("fd"), real)) {
                    return name(process) + " (process " + process.getFileName() + ")";
                }
                if (++seen > MOST_PROCESSES) {
                    break;
                }
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "no process list", e);
        }
        return "";
    }

    private static boolean holds(Path files, Path device) {
        int seen = 0;
        try (DirectoryStream<Path> open = Files.newDirectoryStream(files)) {
            for (Path file : open) {
                if (Files.readSymbolicLink(file).equals(device)) {
                    return true;
                }
                if (++seen > MOST_FILES) {
                    return false;
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            // Processes of other users and those that just ended cannot be looked into.
            return false;
        }
        return false;
    }

    private static String name(Path process) {
        try {
            return Files.readString(process.resolve("comm")).strip();
        } catch (IOException e) {
            return "a process";
        }
    }
}
