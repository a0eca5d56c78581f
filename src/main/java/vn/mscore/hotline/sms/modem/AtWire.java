package vn.mscore.hotline.sms.modem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * An open port with the thread that reads it. What it reads goes into one bounded queue, together with calls for
 * attention, so that the owner waits in a single place and is never later than the news.
 */
final class AtWire implements AutoCloseable {
    private static final int MOST_WAITING = 4096;
    private static final AtToken WAKE = new AtToken.Wake();

    private final AtPort port;
    private final BlockingQueue<AtToken> tokens = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread reader;
    private volatile long lastOctet = System.nanoTime();
    private volatile long lastLine = System.nanoTime();
    private volatile boolean closed;

    AtWire(AtPort port, ThreadFactory threads, String name) {
        this.port = port;
        this.reader = threads.newThread(this::read);
        reader.setName("modem-" + name + "-reader");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        LineAssembler lines = new LineAssembler();
        byte[] buffer = new byte[2048];
        try {
            int count = 0;
            boolean good = true;
            while (!closed && good && count >= 0) {
                count = port.read(buffer);
                lastOctet = count > 0 ? System.nanoTime() : lastOctet;
                good = lines.feed(buffer, count, this::put);
            }
            put(new AtToken.Gone("the device is gone"));
        } catch (IOException e) {
            put(new AtToken.Gone("read failed: " + e.getMessage()));
        }
    }

    private void put(AtToken token) {
        lastLine = System.nanoTime();
        try {
            while (!closed && !tokens.offer(token, 1, TimeUnit.SECONDS)) {
                // The owner is busy storing: the modem waits behind the flow control of the wire.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    /** The next token, or null after {@code nanos}. */
    AtToken take(long nanos) {
        try {
            return tokens.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new AtToken.Gone("interrupted");
        }
    }

    /** Whether octets of an unfinished line came within the last {@code nanos}. */
    boolean inMidLine(long nanos) {
        return lastOctet - lastLine > 0 && System.nanoTime() - lastOctet < nanos;
    }

    /** Lets {@link #take} return at once. */
    void wake() {
        tokens.offer(WAKE);
    }

    void write(String text) throws IOException {
        port.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        closed = true;
        port.close();
        tokens.clear();
        try {
            reader.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
