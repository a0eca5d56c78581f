package vn.mscore.hotline.launcher.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Seals what is written piece by piece; only {@link #finish} makes it whole, a stream that is just closed is a torn one. */
final class SealedOutput extends OutputStream {
    static final int PIECE = 64 * 1024;

    private final OutputStream out;
    private final FileKey key;
    private final ByteBuffer piece = ByteBuffer.allocate(PIECE);
    private long number;

    SealedOutput(OutputStream out, FileKey key) throws IOException {
        this.out = out;
        this.key = key;
        out.write(key.head());
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        int at = from;
        int left = count;
        while (left > 0) {
            // The last piece is marked as such, so a full one waits until it is known that more follows.
            if (!piece.hasRemaining()) {
                seal(false);
            }
            int now = Math.min(left, piece.remaining());
            piece.put(bytes, at, now);
            at += now;
            left -= now;
        }
    }

    /** Seals the last piece. */
    void finish() throws IOException {
        seal(true);
    }

    private void seal(boolean last) throws IOException {
        out.write(key.seal(number++, last, piece.flip()));
        piece.clear();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
