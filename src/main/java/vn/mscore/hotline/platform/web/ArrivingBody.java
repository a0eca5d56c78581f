package vn.mscore.hotline.platform.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import vn.mscore.hotline.platform.BodyTooSlow;

/**
 * A body on its way. It has so much time, and for each 16 kB that came a second more: a long file over a slow line arrives, a
 * byte now and then does not.
 */
final class ArrivingBody extends ServletInputStream {
    private static final long NANOS_PER_BYTE = 1_000_000_000L >> 14;

    private final ServletInputStream in;
    private final BodyPlaces.Place place;
    private long may;
    private long left;

    /**
     * A body of {@code length} bytes, waited for in {@code place}.
     *
     * @param length negative when nobody said
     * @param most how long it may take at least, in nanoseconds
     */
    ArrivingBody(ServletInputStream in, long length, BodyPlaces.Place place, long most) {
        this.in = in;
        this.place = place;
        may = most;
        left = length < 0 ? Long.MAX_VALUE : length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        // The container waits for a byte even when none is asked for.
        int n = length == 0 ? 0 : arrived(buffer, offset, length);
        took(n);
        return n;
    }

    /** The container itself gives up some time after the last byte. */
    private int arrived(byte[] buffer, int offset, int length) throws IOException {
        try {
            return in.read(buffer, offset, length);
        } catch (IOException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw new BodyTooSlow();
            }
            throw e;
        }
    }

    private void took(int n) throws BodyTooSlow {
        left -= Math.max(0, n);
        may += Math.max(0, n) * NANOS_PER_BYTE;
        if (n < 0 || left <= 0) {
            place.leave();
        } else if (place.isOver() || place.age() > may) {
            throw new BodyTooSlow();
        }
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    @Override
    public boolean isFinished() {
        return in.isFinished();
    }

    @Override
    public boolean isReady() {
        return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        in.setReadListener(listener);
    }
}
