package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.logging.LogManager;

/** The log: masked JSON lines in {@code var/log/hotline-0.log}, turned over by size, kept from other users. */
final class LogFile {
    private LogFile() {}

    /** Where it is now written. */
    static Path path(GatewaySettings settings) {
        return folder(settings).resolve("hotline-0.log");
    }

    private static Path folder(GatewaySettings settings) {
        return settings.var().resolve("log");
    }

    /** Sends everything that is logged from here on to the file. */
    static void open(GatewaySettings settings) throws StartRefused {
        Path file = path(settings);
        try {
            Files.createDirectories(settings.var());
            if (Files.notExists(file.getParent())) {
                Files.createDirectory(
                        file.getParent(),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Files.writeString(containerProperties(settings), properties(settings));
            try (InputStream in = Files.newInputStream(containerProperties(settings))) {
                LogManager.getLogManager().readConfiguration(in);
            }
        } catch (IOException e) {
            throw new StartRefused("the log " + file + " cannot be written", e);
        }
    }

    /** The same for the container, which reads its own copy. */
    static Path containerProperties(GatewaySettings settings) {
        return folder(settings).resolve("logging.properties");
    }

    /** The last SEVERE line, the likely cause of a failed deployment. */
    static String lastSevere() {
        String last = LastSevere.message();
        return last.isEmpty() ? "see the log" : last;
    }

    private static String properties(GatewaySettings settings) throws IOException {
        try (InputStream in = LogFile.class.getResourceAsStream("logging.properties")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@PATTERN@", folder(settings).toString().replace("%", "%%") + "/hotline-%g.log")
                    .replace("@LEVEL@", settings.text("hotline.log.level"))
                    .replace("@CONSOLE@", settings.flag("hotline.log.console") ? "ALL" : "OFF");
        }
    }
}
