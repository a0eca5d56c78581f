package vn.mscore.hotline.voice.recording;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.voice.SpokenSound;
import vn.mscore.hotline.voice.VoiceFolders;

/** Looks at the spool: which files are finished, which are none of ours. Never follows a link. */
@Singleton
class SpoolWatch {
    private static final Logger LOG = Logger.getLogger(SpoolWatch.class.getName());
    private static final Duration STILL = Duration.ofSeconds(5);
    private static final Duration ABANDONED = Duration.ofSeconds(150);

    private final Path spool;
    private final Clock clock;
    private final Map<Path, Seen> seen = new HashMap<>();

    @Inject
    SpoolWatch(VoiceFolders folders, Clock clock) {
        this.spool = folders.spool();
        this.clock = clock;
    }

    private record Seen(long size, Instant since) {}

    /**
     * A file whose size has stood still, or which is not worth waiting for.
     *
     * @param fault why it is refused at once; empty when its content decides
     */
    record Finished(Path file, Optional<SpoolName> name, Optional<String> fault) {}

    /** The files that can be taken in or refused now. */
    synchronized List<Finished> finished() {
        List<Finished> found = new ArrayList<>();
        Map<Path, Seen> now = new HashMap<>();
        if (Files.isDirectory(spool)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(spool)) {
                for (Path file : files) {
                    look(file, now).ifPresent(found::add);
                }
            } catch (IOException e) {
                LOG.log(Level.WARNING, "the spool {0} cannot be read", spool);
            }
        }
        seen.clear();
        seen.putAll(now);
        return found;
    }

    private Optional<Finished> look(Path file, Map<Path, Seen> now) {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            // It was taken in while we looked.
            return Optional.empty();
        }
        Optional<SpoolName> name = SpoolName.of(file);
        if (!attributes.isRegularFile()) {
            return Optional.of(new Finished(file, name, Optional.of("no file")));
        }
        if (attributes.size() > SpokenSound.LONGEST_BYTES) {
            return Optional.of(new Finished(file, name, Optional.of("too long")));
        }
        Seen before = seen.get(file);
        boolean same = before != null && before.size() == attributes.size();
        Seen next = same ? before : new Seen(attributes.size(), clock.instant());
        now.put(file, next);
        return isStill(file, next)
                ? Optional.of(
                        new Finished(file, name, name.isPresent() ? Optional.empty() : Optional.of("foreign name")))
                : Optional.empty();
    }

    // A caller who sends nothing while silent lets the file stand still although it is being written.
    private boolean isStill(Path file, Seen state) {
        Duration still = Duration.between(state.since(), clock.instant());
        return still.compareTo(SpokenSound.isClosed(file) ? STILL : ABANDONED) >= 0;
    }

    /** When the oldest file was last written to; empty when there is none. */
    Optional<Instant> oldest() {
        Instant oldest = null;
        if (Files.isDirectory(spool)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(spool)) {
                for (Path file : files) {
                    Instant written = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                            .toInstant();
                    oldest = oldest == null || written.isBefore(oldest) ? written : oldest;
                }
            } catch (IOException e) {
                LOG.log(Level.FINE, "the spool changed while it was looked at", e);
            }
        }
        return Optional.ofNullable(oldest);
    }
}
