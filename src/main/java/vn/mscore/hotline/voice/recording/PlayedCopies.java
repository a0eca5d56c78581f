package vn.mscore.hotline.voice.recording;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.voice.Recorder.Playable;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.SpokenSound;
import vn.mscore.hotline.voice.VoiceFolders;

/**
 * Copies in clear while the exchange plays them, in a folder beside the spool that only the exchange's account may enter.
 * What a crash left behind goes with the next sweep.
 */
@Singleton
class PlayedCopies {
    private static final Logger LOG = Logger.getLogger(PlayedCopies.class.getName());
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Path folder;
    private final Path spool;
    private final Clock clock;

    @Inject
    PlayedCopies(VoiceFolders folders, Clock clock) {
        this.folder = folders.played();
        this.spool = folders.spool();
        this.clock = clock;
    }

    /** Makes a copy of what {@code clear} gives. */
    Playable copy(RecordingId id, InputStream clear) throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            giveToExchange(folder);
        }
        // Several calls may play the same recording; a name of its own lets each remove its own copy.
        Path file = folder.resolve(UUID.randomUUID() + ".wav");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            try (var out = Files.newOutputStream(file)) {
                clear.transferTo(out);
            }
            giveToExchange(file);
            Duration length = SpokenSound.measure(file)
                    .map(SpokenSound::length)
                    .orElseThrow(() -> new IOException("recording " + id.value() + " is no sound"));
            return new Copy(file, length);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    // Run as root, Asterisk is nobody in particular: whoever owns the spool is who must read the copy.
    private void giveToExchange(Path path) throws IOException {
        if (!Files.getOwner(path).equals(Files.getOwner(spool))) {
            Files.setOwner(path, Files.getOwner(spool));
        }
    }

    /** Removes copies that a crash left behind; tells how many. */
    int removeOld() {
        Instant before = clock.instant().minus(LONGEST);
        int removed = 0;
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.wav")) {
                for (Path file : files) {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                        removed += Files.deleteIfExists(file) ? 1 : 0;
                    }
                }
            } catch (IOException e) {
                LOG.log(Level.WARNING, "copies in {0} cannot be looked through", folder);
            }
        }
        return removed;
    }

    private record Copy(Path file, Duration length) implements Playable {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.log(Level.WARNING, "a played copy stays for the sweep: {0}", file.getFileName());
            }
        }
    }
}
