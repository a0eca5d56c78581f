package vn.mscore.hotline.app.figures;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import vn.mscore.hotline.platform.Settings;

/** How old the newest backup made on this node is, by the file {@code var/last-backup} that the command leaves. */
@Singleton
public class BackupAge {
    private static final int HOURS = 50;
    private static final int MOST_HOURS = 10_000;

    private final Path file;
    private final Duration limit;
    private final Clock clock;

    /** Reads {@code hotline.backup.hours}, 0 for never. */
    @Inject
    public BackupAge(Settings settings, Clock clock) {
        this.file = Path.of(settings.text("hotline.var").orElse("./var"), "last-backup");
        this.limit = Duration.ofHours(settings.number("hotline.backup.hours", HOURS, 0, MOST_HOURS));
        this.clock = clock;
    }

    /** Whether the newest is older than the deployer wants, or nobody can tell; false where none was ever made. */
    public boolean isTooHigh() {
        if (limit.isZero()) {
            return false;
        }
        try {
            return !Instant.parse(Files.readString(file).strip()).plus(limit).isAfter(clock.instant());
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException | DateTimeParseException e) {
            return true;
        }
    }
}
