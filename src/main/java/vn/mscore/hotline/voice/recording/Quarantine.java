package vn.mscore.hotline.voice.recording;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.VoiceFolders;

/**
 * Puts what is no recording of ours out of the way, under a name of our own and with the reason in a row (rows 95, 96), where only
 * our own account may look. It is erased as recordings are: there may be a citizen's words in it.
 */
@Singleton
class Quarantine {
    private static final Logger LOG = Logger.getLogger(Quarantine.class.getName());

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");

    private final SqlRecordings rows;
    private final RecordingVault vault;
    private final InTransaction transaction;
    private final Path folder;

    @Inject
    Quarantine(SqlRecordings rows, RecordingVault vault, InTransaction transaction, VoiceFolders folders) {
        this.rows = rows;
        this.vault = vault;
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
            // Its message names the file, and with it the number of who spoke.
            LOG.log(Level.WARNING, "a refused file cannot be put away as {0}: {1}", new Object[] {
                id.value(), e.getClass().getSimpleName()
            });
            return;
        }
        LOG.log(Level.WARNING, "a file in the spool was refused as {0}: {1}", new Object[] {id.value(), why});
        transaction.run(() -> {
            if (rows.find(id).isEmpty()) {
                vault.promise(refused(id, name));
            }
            rows.hold(id).ifPresent(row -> rows.without(row, "QUARANTINED", why));
        });
    }

    private SqlRecordings.Promise refused(RecordingId id, Optional<SpoolName> name) {
        String call =
                name.map(SpoolName::callId).filter(known -> !known.isEmpty()).orElse("unknown");
        boolean secret = name.filter(SpoolName::sealed).isPresent() || rows.isOfSecretCall(call);
        Optional<PhoneNumber> caller = name.flatMap(SpoolName::caller).filter(phone -> !secret);
        return new SqlRecordings.Promise(id, call, false, secret, "refused", caller);
    }

    private void putAway(Path file, RecordingId id) throws IOException {
        if (Files.isSymbolicLink(file)) {
            Files.delete(file);
            return;
        }
        if (Files.notExists(folder)) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER));
        }
        Files.setPosixFilePermissions(folder, OWNER);
        Path to = folder.resolve(id.value());
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            to = folder.resolve(id.value() + "-" + UUID.randomUUID());
        }
        // Never copied: a file of 2 GB is renamed or stays where it is.
        Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes what was refused as {@code id}, a folder with all that is in it. */
    void remove(RecordingId id) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, id.value() + "*")) {
                for (Path file : files) {
                    removeAll(file);
                }
            }
        }
    }

    private static void removeAll(Path file) throws IOException {
        try (Stream<Path> all = Files.walk(file)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
