package vn.mscore.hotline.voice.agi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.asteriskjava.util.SocketConnectionFacade;

/**
 * A connection of the exchange with limits that asterisk-java lacks (security R25, rows 99, 100): length and number of lines,
 * and one deadline for a whole answer, however slowly it trickles. Used by the thread of its call; {@link #close()} by anybody.
 */
final class AgiConnection implements SocketConnectionFacade {
    /** Longest line in bytes. */
    static final int LINE = 1024;

    /** Most lines of a request. */
    static final int REQUEST_LINES = 100;

    /** Most lines of one answer; asterisk-java reads some kinds of them recursively. */
    static final int ANSWER_LINES = 40;

    private static final int BUFFER = 2048;

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final StringBuilder unsent = new StringBuilder();
    private int at;
    private int filled;
    private int linesLeft = REQUEST_LINES;
    private long deadline;
    private volatile long answered = System.nanoTime();
    private volatile boolean listening;
    private volatile boolean givenUp;
    private volatile boolean cutOff;

    /** Reads and writes {@code socket}; the request must be complete within {@code request}. */
    AgiConnection(Socket socket, Duration request) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.deadline = System.nanoTime() + request.toNanos();
        socket.setTcpNoDelay(true);
    }

    /** The next answer must be complete in so long. */
    void answerWithin(Duration limit) {
        linesLeft = ANSWER_LINES;
        deadline = System.nanoTime() + limit.toNanos();
    }

    @Override
    public String readLine() throws IOException {
        try {
            return line();
        } catch (IOException e) {
            cutOff = true;
            throw e;
        }
    }

    private String line() throws IOException {
        if (linesLeft-- <= 0) {
            throw new IOException("too many lines");
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(BUFFER / 16);
        for (int next = read(); next != '\n'; next = read()) {
            if (line.size() == LINE) {
                throw new IOException("a line is too long");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private int read() throws IOException {
        if (at == filled) {
            fill();
        }
        return buffer[at++] & 0xFF;
    }

    private void fill() throws IOException {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("the answer is overdue");
        }
        socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
        listening = true;
        try {
            filled = in.read(buffer);
        } finally {
            answered = System.nanoTime();
            listening = false;
        }
        at = 0;
        if (filled < 0) {
            filled = 0;
            throw new IOException("closed by the exchange");
        }
    }

    /** Whether the exchange has waited longer than {@code limit} for our next word: the caller hears nothing meanwhile. */
    boolean isSilentFor(Duration limit) {
        return !listening && System.nanoTime() - answered > limit.toNanos();
    }

    /** Leaves the caller to the exchange, which goes on as soon as the connection is closed. */
    void giveUp() {
        givenUp = true;
        close();
    }

    /** Whether {@link #giveUp} was asked. */
    boolean isGivenUp() {
        return givenUp;
    }

    /** Whether what the exchange does is out of our sight: lost, closed, or not to be understood. */
    boolean isCutOff() {
        return cutOff || givenUp;
    }

    @Override
    public void write(String text) {
        unsent.append(text);
    }

    @Override
    public void flush() throws IOException {
        byte[] bytes = unsent.toString().getBytes(StandardCharsets.UTF_8);
        unsent.setLength(0);
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            cutOff = true;
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    @Override
    public boolean isConnected() {
        return !socket.isClosed();
    }

    @Override
    public InetAddress getLocalAddress() {
        return socket.getLocalAddress();
    }

    @Override
    public int getLocalPort() {
        return socket.getLocalPort();
    }

    @Override
    public InetAddress getRemoteAddress() {
        return socket.getInetAddress();
    }

    @Override
    public int getRemotePort() {
        return socket.getPort();
    }
}
