package vn.mscore.hotline.launcher.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Opens what {@link SealedOutput} sealed; gives out no byte of a piece that is not genuine. */
final class SealedInput extends InputStream {
    private static final int SEALED = SealedOutput.PIECE + FileKey.TAG;

    private final InputStream in;
    private final FileKey key;
    private byte[] following;
    private ByteBuffer clear = ByteBuffer.allocate(0);
    private long number;

    /** {@code in} stands behind the head. */
    SealedInput(InputStream in, FileKey key) throws IOException {
        this.in = in;
        this.key = key;
        following = in.readNBytes(SEALED);
    }

    @Override
    public int read() throws IOException {
        return more() ? clear.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int at, int most) throws IOException {
        if (!more()) {
            return most == 0 ? 0 : -1;
        }
        int count = Math.min(most, clear.remaining());
        clear.get(into, at, count);
        return count;
    }

    private boolean more() throws IOException {
        while (!clear.hasRemaining() && following.length > 0) {
            byte[] piece = following;
            following = in.readNBytes(SEALED);
            clear = ByteBuffer.wrap(key.open(number++, following.length == 0, ByteBuffer.wrap(piece)));
        }
        if (number == 0) {
            throw new BackupUnreadable("the backup is cut short: nothing follows its head");
        }
        return clear.hasRemaining();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
