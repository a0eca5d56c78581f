package vn.mscore.hotline.sms.modem;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Finds which other processes have a device open, by {@code /proc}; sees only what this user may see. */
final class PortHolder {
    private static final Logger LOG = Logger.getLogger(PortHolder.class.getName());
    private static final Path PROC = Path.of("/proc");
    private static final int MOST_PROCESSES = 5000;
    private static final int MOST_FILES = 2000;

    private PortHolder() {}

    /** Names and numbers of the processes, comma separated, empty when none is seen. */
    static String of(Path device) {
        String self = Long.toString(ProcessHandle.current().pid());
        List<String> holders = new ArrayList<>();
        int seen = 0;
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            Path real = device.toRealPath();
            for (Path process : processes) {
                String number = process.getFileName().toString();
                if (!number.equals(self) && holds(process.resolve("fd"), real)) {
                    holders.add(name(process) + " (process " + number + ")");
                }
                if (++seen > MOST_PROCESSES) {
                    break;
                }
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "no process list", e);
        }
        return String.join(", ", holders);
    }

    /** Whoever made a pseudo-terminal may hold its near end too and does not count. */
    private static boolean holds(Path files, Path device) {
        boolean found = false;
        int seen = 0;
        try (DirectoryStream<Path> open = Files.newDirectoryStream(files)) {
            for (Path file : open) {
                Path target = Files.readSymbolicLink(file);
                if (target.endsWith("ptmx") || ++seen > MOST_FILES) {
                    return false;
                }
                found |= target.equals(device);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Processes of other users and those that just ended cannot be looked into.
            return false;
        }
        return found;
    }

    private static String name(Path process) {
        try {
            return Files.readString(process.resolve("comm")).strip();
        } catch (IOException e) {
            return "a process";
        }
    }
}
