package vn.mscore.hotline.platform.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
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
        int b = in.read();
        took(b < 0 ? -1 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = in.read(buffer, offset, length);
        took(n);
        return n;
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
