package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * The log: masked JSON lines in {@code var/log/hotline-0.log}, turned over by size, kept from other users. Its disk may be
 * full: that stops no start, and what is logged goes to standard error as well.
 */
final class LogFile {
    private static final Logger LOG = Logger.getLogger(LogFile.class.getName());

    private LogFile() {}

    /** Where it is now written. */
    static Path path(GatewaySettings settings) {
        return folder(settings).resolve("hotline-0.log");
    }

    private static Path folder(GatewaySettings settings) {
        return settings.var().resolve("log");
    }

    /** Sends everything that is logged from here on to the file; to standard error too when it cannot be written. */
    static void open(GatewaySettings settings) throws StartRefused {
        Path properties = containerProperties(settings);
        try {
            Files.createDirectories(properties.getParent());
            Optional<IOException> fault = fault(folder(settings));
            boolean console = settings.flag("hotline.log.console") || fault.isPresent();
            Files.writeString(properties, properties(settings, console));
            try (InputStream in = Files.newInputStream(properties)) {
                LogManager.getLogManager().readConfiguration(in);
            }
            fault.ifPresent(e -> LOG.log(Level.SEVERE, "the log cannot be written, it goes to standard error", e));
        } catch (IOException e) {
            throw new StartRefused("the file " + properties + " cannot be written", e);
        }
    }

    /** Why nothing can be written in {@code folder}, which is made. */
    private static Optional<IOException> fault(Path folder) {
        Path probe = folder.resolve("probe");
        try {
            if (Files.notExists(folder)) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            try {
                Files.write(probe, new byte[1]);
            } finally {
                Files.deleteIfExists(probe);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    /** The same for the container, which reads its own copy: not on the disk of the log, which may be full. */
    static Path containerProperties(GatewaySettings settings) {
        return settings.var().resolve("container").resolve("logging.properties");
    }

    /** The last SEVERE line, the likely cause of a failed deployment. */
    static String lastSevere() {
        String last = LastSevere.message();
        return last.isEmpty() ? "see the log" : last;
    }

    private static String properties(GatewaySettings settings, boolean console) throws IOException {
        try (InputStream in = LogFile.class.getResourceAsStream("logging.properties")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@PATTERN@", folder(settings).toString().replace("%", "%%") + "/hotline-%g.log")
                    .replace("@LEVEL@", settings.text("hotline.log.level"))
                    .replace("@CONSOLE@", console ? "ALL" : "OFF");
        }
    }
}
