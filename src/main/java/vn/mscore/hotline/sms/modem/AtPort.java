package vn.mscore.hotline.sms.modem;

import java.io.IOException;

/** PORT: the wire to a modem. One thread reads, another writes. */
interface AtPort extends AutoCloseable {
    /** Waits for octets, at most a second; returns how many came, 0 for none yet, -1 when the device is gone. */
    int read(byte[] buffer) throws IOException;

    /** Writes all of {@code octets}. */
    void write(byte[] octets) throws IOException;

    /** Frees the port within two seconds, whatever the device does. */
    @Override
    void close();

    /** Opens a wire. */
    @FunctionalInterface
    interface Opener {
        /** Opens it, or says why not. */
        AtPort open() throws PortUnavailable;
    }

    /** The port cannot be opened now. */
    final class PortUnavailable extends IOException {
        private static final long serialVersionUID = 1;
        private final boolean held;

        /** {@code held}: another process has it, so a person must act. */
        PortUnavailable(String why, boolean held) {
            super(why);
            this.held = held;
        }

        boolean held() {
            return held;
        }
    }
}
