package vn.mscore.hotline.voice.recording;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.VoiceFolders;

/** Puts what is no recording of ours out of the way, under a name of our own and with the reason in a row (rows 95, 96). */
@Singleton
class Quarantine {
    private static final Logger LOG = Logger.getLogger(Quarantine.class.getName());

    private final SqlRecordings rows;
    private final InTransaction transaction;
    private final Path folder;

    @Inject
    Quarantine(SqlRecordings rows, InTransaction transaction, VoiceFolders folders) {
        this.rows = rows;
        this.transaction = transaction;
        this.folder = folders.spool().resolveSibling("quarantine");
    }

    /** Refuses a file; links are removed and not moved. */
    void refuse(Path file, Optional<SpoolName> name, String why) {
        RecordingId id = name.flatMap(SpoolName::recording)
                .orElseGet(() -> new RecordingId(UUID.randomUUID().toString()));
        try {
            putAway(file, id);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a refused file cannot be put away: " + id.value(), e);
            return;
        }
        LOG.log(Level.WARNING, "a file in the spool was refused as {0}: {1}", new Object[] {id.value(), why});
        transaction.run(() -> {
            if (rows.find(id).isEmpty()) {
                rows.promise(new SqlRecordings.Promise(
                        id,
                        name.map(SpoolName::callId)
                                .filter(call -> !call.isEmpty())
                                .orElse("unknown"),
                        false,
                        false,
                        "refused",
                        name.flatMap(SpoolName::caller)));
            }
            rows.hold(id).ifPresent(row -> rows.without(row, "QUARANTINED", why));
        });
    }

    private void putAway(Path file, RecordingId id) throws IOException {
        if (Files.isSymbolicLink(file)) {
            Files.delete(file);
            return;
        }
        Files.createDirectories(folder);
        Path to = folder.resolve(id.value());
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            to = folder.resolve(id.value() + "-" + UUID.randomUUID());
        }
        // Never copied: a file of 2 GB is renamed or stays where it is.
        Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
