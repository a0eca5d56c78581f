package vn.mscore.hotline.sms.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The modem's end of the cable: whole units of bytes, at the speed of {@link Switch#BAUD}. */
final class Wire {
    private final OutputStream out;
    private final Switches switches;
    private long freeAt = System.nanoTime();

    Wire(OutputStream out, Switches switches) {
        this.out = out;
        this.switches = switches;
    }

    /** Writes a unit that no other may interrupt; a broken cable swallows it. */
    synchronized void write(String unit) {
        byte[] bytes = unit.getBytes(StandardCharsets.ISO_8859_1);
        try {
            pace(bytes.length);
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            freeAt = System.nanoTime();
        }
    }

    /** Spends the time that {@code count} bytes take on the wire. */
    synchronized void pace(int count) {
        int baud = switches.get(Switch.BAUD);
        if (baud == 0) {
            return;
        }
        freeAt = Math.max(freeAt, System.nanoTime()) + count * 10 * TimeUnit.SECONDS.toNanos(1) / baud;
        LockSupport.parkNanos(freeAt - System.nanoTime());
    }
}
