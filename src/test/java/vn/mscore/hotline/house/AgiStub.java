package vn.mscore.hotline.house;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A FastAGI service of a few lines, to see what a dialplan does with its answers. */
public final class AgiStub implements AutoCloseable {
    private final ServerSocket server;
    private final List<Map<String, String>> calls = new CopyOnWriteArrayList<>();
    private volatile Talk talk = line -> {};
    private volatile boolean silent;

    /** What is done with a call; returning closes the connection. */
    @FunctionalInterface
    public interface Talk {
        void with(Line line) throws IOException, InterruptedException;
    }

    /** The connection of one call. */
    public record Line(Map<String, String> request, BufferedReader in, Socket socket) {
        /** Sends a command and reads its answer. */
        public String say(String command) throws IOException {
            socket.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
            String answer = in.readLine();
            return answer == null ? "" : answer;
        }

        /** The last word of a gateway that is well. */
        public void verdict(String verdict) throws IOException {
            say("SET VARIABLE HOTLINE_VERDICT " + verdict);
        }
    }

    /** Listens. */
    public AgiStub() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread door = new Thread(this::open, "agi-stub");
        door.setDaemon(true);
        door.start();
    }

    /** Where. */
    public int port() {
        return server.getLocalPort();
    }

    /** From now on. */
    public void answer(Talk next) {
        calls.clear();
        silent = false;
        talk = next;
    }

    /** From now on nobody is answered: who is gone after {@code pause} has heard nothing. */
    public void ponder(Duration pause) {
        answer(line -> Thread.sleep(pause.toMillis()));
        silent = true;
    }

    /** The requests since the last {@link #answer}. */
    public List<Map<String, String>> calls() {
        return List.copyOf(calls);
    }

    private void open() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread call = new Thread(() -> talk(socket), "agi-stub-call");
                call.setDaemon(true);
                call.start();
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            Map<String, String> request = new TreeMap<>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                String[] parts = line.split(": ?", 2);
                request.put(parts[0], parts[1]);
            }
            calls.add(request);
            Line line = new Line(request, in, socket);
            if (!silent) {
                line.say("ANSWER");
            }
            talk.with(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
