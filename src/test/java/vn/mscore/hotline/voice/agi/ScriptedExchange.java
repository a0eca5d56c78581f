package vn.mscore.hotline.voice.agi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.voice.Sounds;

/**
 * Asterisk 22 as a FastAGI client, byte for byte as it was seen to answer, with a caller who acts by the lines of
 * {@link vn.mscore.hotline.voice.ScriptedCall}. Takes no time: a prompt of a minute is over at once.
 */
final class ScriptedExchange {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final String DEAD = "511 Command Not Permitted on a dead channel or intercept routine\n";

    private final Deque<String> script;
    private final StringBuilder typed = new StringBuilder();
    private final List<String> commands = new ArrayList<>();
    private final Set<String> missing = new HashSet<>();
    private Duration slowness = Duration.ZERO;
    private boolean dead;

    ScriptedExchange(String... lines) {
        this.script = new ArrayDeque<>(List.of(lines));
    }

    /** Prompts that are not there. */
    ScriptedExchange without(String... files) {
        missing.addAll(List.of(files));
        return this;
    }

    /** Takes so long for everything but the verdict. */
    ScriptedExchange answeringAfter(Duration time) {
        slowness = time;
        return this;
    }

    /** What we were told to do, in order. */
    List<String> commands() {
        return commands;
    }

    List<String> unused() {
        return List.copyOf(script);
    }

    /** The verdict left last, "" when none. */
    String verdict() {
        return commands.stream()
                .filter(command -> command.startsWith("SET VARIABLE \"HOTLINE_VERDICT\""))
                .map(command -> command.substring(command.indexOf("\" \"") + 3, command.length() - 1))
                .reduce("", (before, last) -> last);
    }

    /** The lines of a request as Asterisk 22 sends them. */
    static String request(String path, String callId, String callerId, String... arguments) {
        StringBuilder text = new StringBuilder("agi_network: yes\nagi_network_script: " + path
                + "\nagi_request: agi://127.0.0.1/" + path
                + "\nagi_channel: PJSIP/trunk-00000001\nagi_language: vi\nagi_type: PJSIP\nagi_uniqueid: " + callId
                + "\nagi_version: 22.10.1\nagi_callerid: " + callerId
                + "\nagi_calleridname: unknown\nagi_callingpres: 0\n"
                + "agi_callingani2: 0\nagi_callington: 0\nagi_callingtns: 0\nagi_dnid: hotline\nagi_rdnis: unknown\n"
                + "agi_context: gateway\nagi_extension: s\nagi_priority: 4\nagi_enhanced: 0.0\nagi_accountcode: \n"
                + "agi_threadid: 139822001\n");
        for (int i = 0; i < arguments.length; i++) {
            text.append("agi_arg_")
                    .append(i + 1)
                    .append(": ")
                    .append(arguments[i])
                    .append('\n');
        }
        return text.append('\n').toString();
    }

    /** Calls; returns when the gateway has closed the connection. */
    ScriptedExchange call(InetSocketAddress door, String request) throws IOException {
        try (Socket socket = new Socket(door.getAddress(), door.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String command = in.readLine(); command != null; command = in.readLine()) {
                commands.add(command);
                socket.getOutputStream().write(answer(command).getBytes(StandardCharsets.UTF_8));
            }
        } catch (SocketException e) {
            // Reset while it was writing, or cut off by the script: it is closed all the same.
        }
        return this;
    }

    private String answer(String command) throws IOException {
        if (command.startsWith("SET VARIABLE")) {
            return "200 result=1\n";
        }
        if (dead) {
            return DEAD;
        }
        LockSupport.parkNanos(slowness.toNanos());
        if (command.startsWith("STREAM FILE")) {
            return stream(quoted(command, 0), quoted(command, 1));
        }
        if (command.startsWith("WAIT FOR DIGIT")) {
            return digit();
        }
        if (command.startsWith("GET DATA")) {
            return data(Integer.parseInt(command.substring(command.lastIndexOf(' ') + 1)));
        }
        if (command.startsWith("RECORD FILE")) {
            return record(Path.of(quoted(command, 0) + "." + quoted(command, 1)));
        }
        return "200 result=0\n";
    }

    private static String quoted(String command, int number) {
        Matcher matcher = QUOTED.matcher(command);
        for (int i = 0; matcher.find(); i++) {
            if (i == number) {
                return matcher.group(1);
            }
        }
        throw new AssertionError("no argument " + number + " in " + command);
    }

    private String stream(String file, String escape) {
        if (missing.contains(file)) {
            return "200 result=-1 endpos=0\n";
        }
        String next = script.isEmpty() ? "" : script.peek();
        if (typed.isEmpty() && next.startsWith("cut in ")) {
            typed.append(script.remove().substring("cut in ".length()));
        }
        while (!typed.isEmpty()) {
            char key = pop();
            if (escape.indexOf(key) >= 0) {
                return "200 result=" + (int) key + " endpos=4800\n";
            }
        }
        if (next.equals("hang up while speaking")) {
            script.remove();
            return hangUp("200 result=-1 endpos=4800\n");
        }
        return "200 result=0 endpos=16000\n";
    }

    private String hangUp(String answer) {
        dead = true;
        return answer + "HANGUP\n";
    }

    private String digit() {
        if (typed.isEmpty()) {
            String line = script.isEmpty() ? "hang up" : script.remove();
            if (line.equals("hang up")) {
                return hangUp("200 result=-1\n");
            }
            if (line.equals("wait")) {
                return "200 result=0\n";
            }
            typed.append(line.substring("press ".length()));
        }
        return "200 result=" + (int) pop() + "\n";
    }

    private String data(int most) {
        StringBuilder keys = new StringBuilder();
        while (keys.length() < most) {
            if (typed.isEmpty()) {
                return "200 result=" + keys + " (timeout)\n";
            }
            char key = pop();
            if (key == '#') {
                break;
            }
            keys.append(key);
        }
        return "200 result=" + keys + "\n";
    }

    private char pop() {
        char key = typed.charAt(0);
        typed.deleteCharAt(0);
        return key;
    }

    private String record(Path file) throws IOException {
        String line = script.isEmpty() ? "hang up" : script.remove();
        if (line.equals("hang up")) {
            Files.write(file, Sounds.silence(Duration.ZERO));
            return hangUp("200 result=-1 (hangup) endpos=0\n");
        }
        String[] words = line.split(" ", 3);
        Duration length = Duration.ofSeconds(Integer.parseInt(words[1].replace("s", "")));
        Files.write(file, words[0].equals("quiet") ? Sounds.silence(length) : Sounds.speech(length));
        if (line.endsWith(" cut off")) {
            throw new SocketException("cut off");
        }
        String end = " endpos=" + length.toSeconds() * 8000 + "\n";
        return switch (words.length == 2 ? "silence" : words[2]) {
            case "#" -> "200 result=35 (dtmf)" + end;
            case "silence" -> "200 result=51780 (timeout)" + end;
            case "limit" -> "200 result=0 (timeout)" + end;
            default -> hangUp("200 result=-1 (hangup)" + end);
        };
    }
}
