package vn.mscore.hotline.launcher;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes as long as the disk keeps a gigabyte free: a backup must not take the last of what the gateway needs. */
final class LeavesRoom extends FilterOutputStream {
    /** Bytes that stay free. */
    static final long LEAST = 1_000_000_000;

    private final Usable usable;

    LeavesRoom(OutputStream out, Usable usable) {
        super(out);
        this.usable = usable;
    }

    /** How many bytes the disk has for us. */
    interface Usable {
        long bytes() throws IOException;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        if (usable.bytes() - count < LEAST) {
            throw new IOException("less than 1 GB would be left on the disk; make room or name another one");
        }
        out.write(bytes, from, count);
    }
}
