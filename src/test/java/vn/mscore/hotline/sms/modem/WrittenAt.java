package vn.mscore.hotline.sms.modem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Everything a driver wrote to its ports, over all of their openings. */
final class WrittenAt {
    private final StringBuilder all = new StringBuilder();
    private int closed;

    /** A port like that of {@code opener} which tells what is written. */
    AtPort.Opener over(AtPort.Opener opener) {
        return () -> new Told(opener.open());
    }

    /** How many commands began with {@code words}. */
    synchronized int count(String words) {
        return (int)
                all.toString().lines().filter(line -> line.startsWith(words)).count();
    }

    /** How many ports were closed again. */
    synchronized int closed() {
        return closed;
    }

    private synchronized void close(AtPort port) {
        port.close();
        closed++;
    }

    private synchronized void add(byte[] octets) {
        all.append(new String(octets, StandardCharsets.ISO_8859_1));
    }

    private final class Told implements AtPort {
        private final AtPort port;

        Told(AtPort port) {
            this.port = port;
        }

        @Override
        public int read(byte[] buffer) throws IOException {
            return port.read(buffer);
        }

        @Override
        public void write(byte[] octets) throws IOException {
            add(octets);
            port.write(octets);
        }

        @Override
        public void close() {
            WrittenAt.this.close(port);
        }
    }
}
