package vn.mscore.hotline.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** What was sealed in pieces, opened piece after piece: no byte of a piece that is not genuine is given out. */
public abstract class PieceStream extends InputStream {
    private ByteBuffer clear = ByteBuffer.allocate(0);

    /** Opens the next piece, which may be empty; null behind the last one. */
    protected abstract byte[] nextPiece() throws IOException;

    @Override
    public final int read() throws IOException {
        return more() ? clear.get() & 0xFF : -1;
    }

    @Override
    public final int read(byte[] into, int at, int most) throws IOException {
        if (!more()) {
            return most == 0 ? 0 : -1;
        }
        int count = Math.min(most, clear.remaining());
        clear.get(into, at, count);
        return count;
    }

    private boolean more() throws IOException {
        while (!clear.hasRemaining()) {
            byte[] next = nextPiece();
            if (next == null) {
                return false;
            }
            clear = ByteBuffer.wrap(next);
        }
        return true;
    }
}
