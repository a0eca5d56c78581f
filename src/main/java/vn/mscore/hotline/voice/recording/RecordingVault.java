package vn.mscore.hotline.voice.recording;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.platform.Failpoint;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.SqlFailure;
import vn.mscore.hotline.voice.CallBook;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.Recorded;
import vn.mscore.hotline.voice.Recorder;
import vn.mscore.hotline.voice.RecordingId;
import vn.mscore.hotline.voice.RecordingOrder;
import vn.mscore.hotline.voice.Recordings;
import vn.mscore.hotline.voice.SpokenSound;
import vn.mscore.hotline.voice.VoiceFolders;

/**
 * Takes recordings out of the spool and keeps them sealed. The order is: sealed copy on disk, row committed, source removed;
 * wherever it is interrupted the source is still there and is taken in again, and a row takes in one file only (P12).
 */
@Singleton
class RecordingVault implements Recordings, Recorder {
    private static final Logger LOG = Logger.getLogger(RecordingVault.class.getName());
    private static final int KEY_BYTES = 32;
    private static final String ENDING = ".wav";

    private final SqlRecordings rows;
    private final CallBook book;
    private final InTransaction transaction;
    private final VoiceFolders folders;
    private final PlayedCopies copies;
    private final SecureRandom random = new SecureRandom();

    @Inject
    RecordingVault(
            SqlRecordings rows, CallBook book, InTransaction transaction, VoiceFolders folders, PlayedCopies copies) {
        this.rows = rows;
        this.book = book;
        this.transaction = transaction;
        this.folders = folders;
        this.copies = copies;
    }

    @Override
    public RecordingId promise(CallStart call, RecordingOrder order) {
        RecordingId id = new RecordingId(UUID.randomUUID().toString());
        transaction.run(() -> promise(new SqlRecordings.Promise(
                id, call.id(), false, order.secret(), order.purpose(), call.caller(), order.pack())));
        return id;
    }

    /** Promises a place; the call of something secret is concealed. Needs a transaction. */
    void promise(SqlRecordings.Promise promise) {
        rows.promise(promise);
        if (promise.secret()) {
            book.conceal(promise.callId());
        }
    }

    @Override
    public Path spool(RecordingId id) {
        return folders.spool().resolve(id.value() + ENDING);
    }

    @Override
    public Recorded take(RecordingId id, Recorded.End end) {
        Path source = spool(id);
        Optional<SpokenSound> sound = SpokenSound.measure(source);
        try {
            transaction.run(() -> takeIn(id, source, end));
            removeSource(id, source);
        } catch (SqlFailure | UncheckedIOException e) {
            LOG.log(Level.WARNING, e, () -> "recording " + id.value() + " stays in the spool for the sweep");
        }
        return recorded(id, sound, end);
    }

    @Override
    public Recorded leave(RecordingId id, Recorded.End end) {
        return recorded(id, SpokenSound.measure(spool(id)), end);
    }

    private static Recorded recorded(RecordingId id, Optional<SpokenSound> sound, Recorded.End end) {
        Duration length = sound.map(SpokenSound::length).orElse(Duration.ZERO);
        return new Recorded(id, length, sound.map(SpokenSound::isSpoken).orElse(false), end);
    }

    /**
     * Seals the finished file of a promised recording and notes it in its row; the source stays. Does nothing when the row
     * waits for no file. Needs a transaction; throws {@link UncheckedIOException} when the disk does not do it.
     */
    void takeIn(RecordingId id, Path source, Recorded.End end) {
        // A file that comes after its row was given up holds somebody's words all the same.
        rows.hold(id).filter(row -> row.is("PROMISED") || row.is("EMPTY")).ifPresent(row -> {
            Optional<SpokenSound> sound = SpokenSound.measure(source);
            if (sound.isEmpty() && isWritten(source)) {
                LOG.log(Level.WARNING, "recording {0} is no sound; the sweep looks at it", id.value());
            } else if (sound.isEmpty() || sound.get().length().isZero()) {
                rows.without(row, "EMPTY", "nothing was said");
            } else {
                keep(row, source, recorded(id, sound, end));
            }
        });
    }

    private static boolean isWritten(Path source) {
        try {
            return Files.isSymbolicLink(source) || Files.size(source) > 0;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            // Somebody may have spoken into what cannot be looked at now.
            return true;
        }
    }

    private void keep(SqlRecordings.Row row, Path source, Recorded recorded) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        try {
            SealedSound.Written written = new SealedSound(kept(row.recording()), row.recording(), key).write(source);
            Failpoint.hit("rec.afterFile.beforeRow");
            rows.kept(row, key, written, recorded);
        } catch (IOException e) {
            throw new UncheckedIOException("recording " + row.recording().value() + " cannot be sealed", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Where the sealed file of a recording is kept. */
    Path kept(RecordingId id) {
        return folders.kept().resolve(id.value().substring(0, 2)).resolve(id.value());
    }

    /** Removes the source of a recording that is kept or erased, or of an empty one in which nothing is; any other stays. */
    void removeSource(RecordingId id, Path source) {
        boolean done = transaction.call(() -> rows.find(id)
                .filter(row -> row.is("KEPT") || row.is("ERASED") || row.is("EMPTY") && isNothing(source))
                .isPresent());
        try {
            if (done) {
                Failpoint.hit("rec.afterEncrypt.beforeUnlink");
                Files.deleteIfExists(source);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the source of recording " + id.value() + " cannot be removed", e);
        }
    }

    private static boolean isNothing(Path source) {
        return SpokenSound.measure(source).map(sound -> sound.length().isZero()).orElseGet(() -> !isWritten(source));
    }

    @Override
    public Optional<Kept> find(RecordingId id) {
        return rows.find(id).filter(row -> row.is("KEPT")).map(rows::kept);
    }

    @Override
    public InputStream open(RecordingId id, long from) throws IOException {
        byte[] key = transaction
                .call(() -> rows.find(id).flatMap(rows::key))
                .orElseThrow(() -> new FileNotFoundException("recording " + id.value() + " is not kept"));
        return new SealedSound(kept(id), id, key).open(from);
    }

    @Override
    public boolean link(RecordingId id, String source) {
        return rows.hold(id).filter(row -> rows.link(row, source)).isPresent();
    }

    @Override
    public void conceal(RecordingId id) {
        rows.hold(id).filter(row -> !row.is("ERASED")).ifPresent(row -> {
            rows.conceal(row);
            book.conceal(row.callId());
        });
    }

    @Override
    public void concealCall(String callId) {
        rows.unlinkedOf(callId).forEach(rows::conceal);
        book.conceal(callId);
    }

    @Override
    public void erase(RecordingId id) {
        rows.erase(id);
    }

    // A recording of this very call may still be in the spool when the disk or the database failed a moment ago.
    @Override
    public Playable playable(RecordingId id) {
        Optional<SqlRecordings.Row> row = transaction.call(() -> rows.find(id));
        try (InputStream clear =
                row.isPresent() && row.get().is("KEPT") ? open(id, 0) : Files.newInputStream(spool(id))) {
            return copies.copy(id, clear);
        } catch (IOException e) {
            throw new UncheckedIOException("recording " + id.value() + " cannot be played", e);
        }
    }
}
