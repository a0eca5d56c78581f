package vn.mscore.hotline.house;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The manager interface as bytes: says actions and keeps every answer and event. */
final class AmiEar implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(AmiEar.class.getName());
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Socket socket;
    private final List<Map<String, String>> heard = new CopyOnWriteArrayList<>();

    AmiEar(Exchange exchange, String user, String secret) throws IOException, InterruptedException {
        socket = new Socket(InetAddress.getLoopbackAddress(), exchange.amiPort());
        Thread ear = new Thread(this::listen, "ami-ear");
        ear.setDaemon(true);
        ear.start();
        say("Action: Login", "Username: " + user, "Secret: " + secret);
        await(packet -> packet.getOrDefault("Message", "").contains("Authentication"));
    }

    static AmiEar of(Exchange exchange) throws IOException, InterruptedException {
        return new AmiEar(exchange, "hotline", exchange.secret("ami-secret"));
    }

    void say(String... lines) throws IOException {
        String packet = String.join("\r\n", lines) + "\r\n\r\n";
        socket.getOutputStream().write(packet.getBytes(StandardCharsets.UTF_8));
    }

    private void listen() {
        try {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            Map<String, String> packet = new TreeMap<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    heard.add(packet);
                    packet = new TreeMap<>();
                } else {
                    String[] parts = line.split(": ?", 2);
                    packet.put(parts[0], parts.length == 1 ? "" : parts[1]);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "closed", e);
        }
    }

    /** Waits for a packet and gives it. */
    Map<String, String> await(Predicate<Map<String, String>> wanted) throws InterruptedException {
        if (!Gateway.await(LIMIT, () -> heard.stream().anyMatch(wanted))) {
            throw new AssertionError("the manager said only " + heard);
        }
        return heard.stream().filter(wanted).findFirst().orElseThrow();
    }

    /** Waits for a {@code UserEvent} of that name. */
    Map<String, String> awaitUserEvent(String name) throws InterruptedException {
        return await(packet -> name.equals(packet.get("UserEvent")));
    }

    /** All so far. */
    List<Map<String, String>> heard() {
        return List.copyOf(heard);
    }

    /** Forgets. */
    void clear() {
        heard.clear();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
