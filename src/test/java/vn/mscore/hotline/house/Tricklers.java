package vn.mscore.hotline.house;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that each send another byte of a request every half second and never come to its end (slowloris and its kin). */
final class Tricklers implements AutoCloseable {
    private static final long PAUSE_MILLIS = 500;
    private static final int ANSWER_MILLIS = 120_000;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String LOGIN = "POST /console/login HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n";

    /** What trickles. */
    enum Kind {
        HEADS(LOGIN + "X-Long: ", "x"),
        BODIES(LOGIN + "Content-Length: 100000\r\n\r\n", "l"),
        CHUNKS(LOGIN + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nl\r\n"),
        IMPORTS(
                "POST /api/v1/dossiers/import HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/csv\r\n"
                        + "Content-Length: 100000\r\n\r\n",
                "c");

        private final String begin;
        private final String more;

        Kind(String begin, String more) {
            this.begin = begin;
            this.more = more;
        }
    }

    private final Kind kind;
    private final List<Socket> sockets = new ArrayList<>();
    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final Thread thread = new Thread(this::trickle, "tricklers");
    private volatile boolean over;

    /** Opens {@code count} connections, each with the header {@code X-Api-Key: key}, and begins. */
    Tricklers(URI home, Kind kind, int count, String key) throws IOException {
        this.kind = kind;
        String begin = kind.begin.replaceFirst("\r\n", "\r\nX-Api-Key: " + key + "\r\n");
        for (int i = 0; i < count; i++) {
            Socket socket = new Socket(home.getHost(), home.getPort());
            sockets.add(socket);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
        }
        thread.start();
    }

    private void trickle() {
        byte[] more = kind.more.getBytes(StandardCharsets.US_ASCII);
        try {
            while (!over) {
                open.set((int)
                        sockets.stream().filter(socket -> sent(socket, more)).count());
                rounds.incrementAndGet();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean sent(Socket socket, byte[] more) {
        try {
            socket.getOutputStream().write(more);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits until everybody has sent {@code more} times again. */
    void awaitRounds(int more) throws InterruptedException {
        int goal = rounds.get() + more + 1;
        if (!Gateway.await(LIMIT, () -> rounds.get() >= goal)) {
            throw new IllegalStateException("the tricklers are stuck");
        }
    }

    /** How many could still send in the last round. */
    int open() {
        return open.get();
    }

    /** The first line that the first of them is told. */
    String firstAnswer() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = sockets.get(0).getInputStream().read();
                c > '\r';
                c = sockets.get(0).getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        over = true;
        thread.join(LIMIT.toMillis());
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
