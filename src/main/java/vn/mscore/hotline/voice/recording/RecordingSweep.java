package vn.mscore.hotline.voice.recording;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.SqlFailure;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.voice.Recorded;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.SpokenSound;

/**
 * Takes in what no call took in: recordings whose gateway died or could not store them, and what the exchange recorded by
 * itself in its fallback. Run again at any point it ends with each recording once.
 */
@Singleton
class RecordingSweep implements Job {
    private static final Logger LOG = Logger.getLogger(RecordingSweep.class.getName());
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration LOST = Duration.ofHours(1);
    private static final int A_TIME = 200;

    private final SpoolWatch spool;
    private final RecordingVault vault;
    private final SqlRecordings rows;
    private final Quarantine quarantine;
    private final PlayedCopies copies;
    private final SqlLiveCalls live;
    private final InTransaction transaction;
    private final Clock clock;

    @Inject
    RecordingSweep(
            SpoolWatch spool,
            RecordingVault vault,
            SqlRecordings rows,
            Quarantine quarantine,
            PlayedCopies copies,
            SqlLiveCalls live,
            InTransaction transaction,
            Clock clock) {
        this.spool = spool;
        this.vault = vault;
        this.rows = rows;
        this.quarantine = quarantine;
        this.copies = copies;
        this.live = live;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "recording-sweep";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public int run() {
        int changed = 0;
        for (SpoolWatch.Finished finished : spool.finished()) {
            changed += sweepOne(finished) ? 1 : 0;
        }
        return changed + noteLost() + removeErased() + copies.removeOld();
    }

    // One bad file must not keep the others waiting.
    private boolean sweepOne(SpoolWatch.Finished finished) {
        try {
            return sweep(finished);
        } catch (IOException | UncheckedIOException | SqlFailure e) {
            // What the disk says names the file, and with it the number of who spoke.
            LOG.log(Level.WARNING, "{0} in the spool waits for the next sweep: {1}", new Object[] {
                finished.name().map(SpoolName::masked).orElse("a file"), words(e)
            });
            return false;
        }
    }

    private static String words(Exception failure) {
        Throwable cause = failure.getCause();
        String name = failure.getClass().getSimpleName();
        return cause == null ? name : name + " of " + cause.getClass().getSimpleName();
    }

    private boolean sweep(SpoolWatch.Finished finished) throws IOException {
        Path file = finished.file();
        if (finished.fault().isPresent()) {
            quarantine.refuse(file, finished.name(), finished.fault().get());
            return true;
        }
        SpoolName name = finished.name().orElseThrow();
        Optional<RecordingId> id =
                name.recording().isPresent() ? ours(name.recording().get()) : fallback(name, file);
        if (id.isEmpty()) {
            return false;
        }
        if (Files.size(file) > 0 && SpokenSound.measure(file).isEmpty()) {
            quarantine.refuse(
                    file, Optional.of(new SpoolName(id, "", Optional.empty(), false)), "no sound of the telephone");
            return true;
        }
        transaction.run(() -> vault.takeIn(id.get(), file, Recorded.End.HANG_UP));
        vault.removeSource(id.get(), file);
        return true;
    }

    /**
     * One of ours, unless its call is still talking and takes it in itself. A file whose promise is lost, by a database put
     * back from a copy, may be of the sealed lane and is taken for it.
     */
    private Optional<RecordingId> ours(RecordingId id) {
        return transaction.call(() -> {
            Optional<SqlRecordings.Row> row = rows.find(id);
            if (row.isEmpty()) {
                rows.promise(new SqlRecordings.Promise(id, "unknown", false, true, "orphan", Optional.empty()));
            }
            boolean talking = row.filter(known -> known.is("PROMISED") && live.isTalking(known.callId()))
                    .isPresent();
            return talking ? Optional.empty() : Optional.of(id);
        });
    }

    /**
     * The row of what the exchange recorded by itself: promised now, or the one of an earlier sweep that did not get to
     * removing the file. A second recording of the same call is told apart by what it holds.
     */
    private Optional<RecordingId> fallback(SpoolName name, Path file) throws IOException {
        byte[] digest = SealedSound.digest(file);
        String seed = "fallback|" + name.callId();
        return transaction.call(() -> {
            List<SqlRecordings.Row> before = rows.fallbacksOf(name.callId());
            for (SqlRecordings.Row row : before) {
                if (row.is("PROMISED") || MessageDigest.isEqual(row.digest(), digest)) {
                    return Optional.of(row.recording());
                }
            }
            RecordingId id = new RecordingId(
                    UUID.nameUUIDFromBytes((seed + "|" + before.size()).getBytes(StandardCharsets.UTF_8))
                            .toString());
            // Whoever denounced somebody before the gateway died goes on where nobody can ask again.
            boolean secret = name.sealed() || rows.isOfSecretCall(name.callId());
            Optional<PhoneNumber> caller = name.caller().filter(phone -> !secret);
            vault.promise(new SqlRecordings.Promise(id, name.callId(), true, secret, "fallback", caller));
            return Optional.of(id);
        });
    }

    /** Promised and never begun: the caller hung up before the beep and the gateway died. */
    private int noteLost() {
        return transaction.call(() -> {
            List<SqlRecordings.Row> lost = rows.promisedBefore(clock.instant().minus(LOST), A_TIME).stream()
                    .filter(row -> !live.isTalking(row.callId()) && Files.notExists(vault.spool(row.recording())))
                    .toList();
            lost.forEach(row -> rows.without(row, "EMPTY", "no file came"));
            return lost.size();
        });
    }

    private int removeErased() {
        List<RecordingId> erased = transaction.call(() -> rows.withFile(A_TIME));
        for (RecordingId id : erased) {
            try {
                Files.deleteIfExists(vault.kept(id));
                Files.deleteIfExists(vault.spool(id));
                quarantine.remove(id);
                transaction.run(() -> rows.fileRemoved(id));
            } catch (IOException e) {
                LOG.log(Level.WARNING, "the file of an erased recording stays until the next sweep: " + id.value(), e);
            }
        }
        return erased.size();
    }
}
