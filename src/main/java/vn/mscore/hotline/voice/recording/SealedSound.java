package vn.mscore.hotline.voice.recording;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import vn.mscore.hotline.privacy.PieceStream;
import vn.mscore.hotline.voice.RecordingId;

/**
 * A recording at rest: {@code HLR1}, then pieces of 32 KiB, each sealed by itself with AES-256-GCM (NIST SP 800-38D), so that
 * the middle of a recording can be heard without opening its beginning. A key seals one recording once, so the number of the
 * piece can be its nonce; the associated data are the recording's id, the piece's number and whether it is the last.
 */
final class SealedSound {
    private static final byte[] MAGIC = "HLR1".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE = 32 * 1024;
    private static final int TAG = 16;
    private static final int NONCE = 12;

    private final Path file;
    private final byte[] id;
    private final SecretKeySpec key;

    /** The sealed recording {@code id} in {@code file}, under its own {@code key} of 32 bytes. */
    SealedSound(Path file, RecordingId id, byte[] key) {
        this.file = file;
        this.id = id.value().getBytes(StandardCharsets.US_ASCII);
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * What was sealed.
     *
     * @param digest SHA-256 of the clear bytes
     */
    record Written(long bytes, byte[] digest) {}

    /** Seals {@code source}; on return the file is whole and on disk, or not there. */
    Written write(Path source) throws IOException {
        Path draft = file.resolveSibling("." + file.getFileName() + ".tmp");
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(draft);
        Written written;
        try (FileChannel channel = FileChannel.open(
                draft,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            written = seal(source, Channels.newOutputStream(channel));
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
        return written;
    }

    private Written seal(Path source, OutputStream out) throws IOException {
        MessageDigest digest = sha256();
        long bytes = 0;
        out.write(MAGIC);
        try (InputStream in = Files.newInputStream(source)) {
            byte[] piece = in.readNBytes(PIECE);
            for (long number = 0; ; number++) {
                byte[] following = in.readNBytes(PIECE);
                digest.update(piece);
                bytes += piece.length;
                out.write(crypt(Cipher.ENCRYPT_MODE, number, following.length == 0, piece));
                if (following.length == 0) {
                    return new Written(bytes, digest.digest());
                }
                piece = following;
            }
        }
    }

    /** The clear bytes from {@code from} on. */
    InputStream open(long from) throws IOException {
        RandomAccessFile sealed = new RandomAccessFile(file.toFile(), "r");
        try {
            byte[] magic = new byte[MAGIC.length];
            sealed.readFully(magic);
            if (!Arrays.equals(magic, MAGIC)) {
                throw new IOException("not a sealed recording");
            }
            Reading reading = new Reading(sealed, from / PIECE);
            reading.skipNBytes(from % PIECE);
            return reading;
        } catch (IOException e) {
            sealed.close();
            throw e;
        }
    }

    /** Opens piece after piece. */
    private final class Reading extends PieceStream {
        private final RandomAccessFile sealed;
        private final long pieces;
        private long number;

        Reading(RandomAccessFile sealed, long first) throws IOException {
            this.sealed = sealed;
            this.number = first;
            this.pieces = (sealed.length() - MAGIC.length + PIECE + TAG - 1) / (PIECE + TAG);
            sealed.seek(Math.min(sealed.length(), MAGIC.length + first * (PIECE + TAG)));
        }

        @Override
        protected byte[] nextPiece() throws IOException {
            if (number >= pieces) {
                return null;
            }
            byte[] piece = new byte[(int) Math.min(PIECE + TAG, sealed.length() - sealed.getFilePointer())];
            if (piece.length <= TAG && pieces > 1) {
                throw new EOFException("a sealed recording is cut short");
            }
            sealed.readFully(piece);
            long at = number++;
            return crypt(Cipher.DECRYPT_MODE, at, number == pieces, piece);
        }

        @Override
        public void close() throws IOException {
            sealed.close();
        }
    }

    private byte[] crypt(int mode, long number, boolean last, byte[] piece) throws IOException {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            byte[] nonce = ByteBuffer.allocate(NONCE).putInt(0).putLong(number).array();
            cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
            cipher.updateAAD(id);
            cipher.updateAAD(nonce);
            cipher.updateAAD(new byte[] {(byte) (last ? 1 : 0)});
            return cipher.doFinal(piece);
        } catch (GeneralSecurityException e) {
            throw new IOException("a piece of a recording cannot be opened", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 does not work in this Java", e);
        }
    }

    /** SHA-256 of a file. */
    static byte[] digest(Path source) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(source)) {
            for (byte[] part = in.readNBytes(PIECE); part.length > 0; part = in.readNBytes(PIECE)) {
                digest.update(part);
            }
        }
        return digest.digest();
    }
}
