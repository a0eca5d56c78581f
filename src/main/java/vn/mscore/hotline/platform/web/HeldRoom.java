package vn.mscore.hotline.platform.web;

/** What one request holds of the room: given back once and whole, whoever ends the request while something is taken. */
final class HeldRoom {
    private final BodyFirst.Room room;
    private int bytes;
    private boolean atWork;
    private boolean over;

    HeldRoom(BodyFirst.Room room) {
        this.room = room;
    }

    /** Takes {@code n} bytes more; false when that is too much. After the end nothing is taken. */
    boolean take(int n) {
        boolean fits = room.take(n);
        synchronized (this) {
            if (!over) {
                bytes += n;
                return fits;
            }
        }
        room.give(n);
        return false;
    }

    /** Takes a permit to work; false when there is none. After the end nothing is taken. */
    boolean work() {
        if (!room.work().tryAcquire()) {
            return false;
        }
        synchronized (this) {
            if (!over) {
                atWork = true;
                return true;
            }
        }
        room.work().release();
        return false;
    }

    /** The request is over; false when it was before. */
    boolean end() {
        synchronized (this) {
            if (over) {
                return false;
            }
            over = true;
        }
        room.give(bytes);
        if (atWork) {
            room.work().release();
        }
        return true;
    }
}
