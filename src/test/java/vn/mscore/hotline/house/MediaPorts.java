package vn.mscore.hotline.house;

import java.util.concurrent.atomic.AtomicInteger;

/** Ports for the sound of test callers, away from Asterisk's own. */
final class MediaPorts {
    private static final int FIRST = 6000;
    private static final int LAST = 9000;
    private static final AtomicInteger NEXT = new AtomicInteger(FIRST);

    private MediaPorts() {}

    /** The first of enough ports for {@code calls}. */
    static int next(int calls) {
        int width = calls * 4 + 8;
        return NEXT.updateAndGet(port -> port + width > LAST ? FIRST : port + width);
    }
}
