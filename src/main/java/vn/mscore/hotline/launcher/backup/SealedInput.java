package vn.mscore.hotline.launcher.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import vn.mscore.hotline.privacy.PieceStream;

/** Opens what {@link SealedOutput} sealed; gives out no byte of a piece that is not genuine. */
final class SealedInput extends PieceStream {
    private static final int SEALED = SealedOutput.PIECE + FileKey.TAG;

    private final InputStream in;
    private final FileKey key;
    private byte[] following;
    private long number;

    /** {@code in} stands behind the head. */
    SealedInput(InputStream in, FileKey key) throws IOException {
        this.in = in;
        this.key = key;
        following = in.readNBytes(SEALED);
    }

    @Override
    protected byte[] nextPiece() throws IOException {
        if (following.length == 0 && number > 0) {
            return null;
        }
        if (following.length == 0) {
            throw new BackupUnreadable("the backup is cut short: nothing follows its head");
        }
        byte[] piece = following;
        following = in.readNBytes(SEALED);
        return key.open(number++, following.length == 0, ByteBuffer.wrap(piece));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
