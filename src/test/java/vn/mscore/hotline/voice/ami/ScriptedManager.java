package vn.mscore.hotline.voice.ami;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The manager's side of the wire, well or ill as a test says. */
final class ScriptedManager implements AutoCloseable {
    private static final String BANNER = "Asterisk Call Manager/11.0.0\r\n";

    private final ServerSocket server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> actions = new CopyOnWriteArrayList<>();
    private final List<String> members = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.WELL;

    /** How it behaves. */
    enum Mood {
        WELL,
        REFUSES_LOGIN,
        BANNER_ONLY,
        SAYS_NOTHING,
        NO_MANAGER_AT_ALL
    }

    ScriptedManager() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread door = new Thread(this::admit, "scripted-manager");
        door.setDaemon(true);
        door.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** From now on, for connections there are as well. */
    void become(Mood next) {
        mood = next;
    }

    /** Actions asked for. */
    List<Map<String, String>> actions() {
        return actions;
    }

    /** How often somebody logged in. */
    long logins() {
        return actions.stream()
                .filter(action -> "Login".equalsIgnoreCase(action.get("action")))
                .count();
    }

    /** Who rings. */
    List<String> members() {
        return members;
    }

    /** Loses its memory and all connections, as after a restart. */
    void restart() throws IOException {
        members.clear();
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    /** Says something to everybody. */
    void tell(String text) throws IOException {
        for (Socket socket : open) {
            if (!socket.isClosed()) {
                synchronized (socket) {
                    socket.getOutputStream().write(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private void admit() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread talk = new Thread(() -> talk(socket), "scripted-manager-talk");
                talk.setDaemon(true);
                talk.start();
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            say(socket, mood == Mood.NO_MANAGER_AT_ALL ? "SSH-2.0-OpenSSH_9.2\r\n" : BANNER);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            Map<String, String> action = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    actions.add(action);
                    answer(socket, action);
                    action = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                } else {
                    String[] parts = line.split(": ?", 2);
                    action.put(parts[0], parts.length == 1 ? "" : parts[1]);
                }
            }
        } catch (IOException e) {
            open.remove(socket);
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        synchronized (socket) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void answer(Socket socket, Map<String, String> action) throws IOException {
        if (mood == Mood.BANNER_ONLY || mood == Mood.SAYS_NOTHING || mood == Mood.NO_MANAGER_AT_ALL) {
            return;
        }
        String id = "ActionID: " + action.get("ActionID") + "\r\n";
        String name = action.getOrDefault("Action", "").toLowerCase(java.util.Locale.ROOT);
        switch (name) {
            case "challenge" -> say(socket, "Response: Success\r\n" + id + "Challenge: 123456\r\n\r\n");
            case "login" ->
                say(
                        socket,
                        mood == Mood.REFUSES_LOGIN
                                ? "Response: Error\r\n" + id + "Message: Authentication failed\r\n\r\n"
                                : "Response: Success\r\n" + id + "Message: Authentication accepted\r\n\r\n");
            case "queueadd" -> {
                members.add(action.get("Interface"));
                say(socket, "Response: Success\r\n" + id + "Message: Added interface to queue\r\n\r\n");
            }
            case "queueremove" -> {
                members.remove(action.get("Interface"));
                say(socket, "Response: Success\r\n" + id + "Message: Removed interface from queue\r\n\r\n");
            }
            case "coresettings" ->
                say(socket, "Response: Success\r\n" + id + "AMIversion: 11.0.0\r\nAsteriskVersion: 22.5.2\r\n\r\n");
            case "queuestatus" -> say(socket, list(id, "QueueMember", "QueueStatusComplete"));
            case "coreshowchannels" -> say(socket, list(id, "", "CoreShowChannelsComplete"));
            default -> say(socket, "Response: Success\r\n" + id + "Ping: Pong\r\n\r\n");
        }
    }

    private String list(String id, String item, String end) {
        StringBuilder text = new StringBuilder("Response: Success\r\n" + id + "EventList: start\r\n\r\n");
        if (!item.isEmpty()) {
            members.forEach(member -> text.append("Event: " + item + "\r\n" + id + "Queue: operators\r\nInterface: "
                    + member + "\r\nName: " + member + "\r\n\r\n"));
        }
        return text.append("Event: " + end + "\r\n" + id + "EventList: Complete\r\n\r\n")
                .toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        restart();
    }
}
