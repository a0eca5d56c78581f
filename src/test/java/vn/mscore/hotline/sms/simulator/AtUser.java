package vn.mscore.hotline.sms.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A patient person at a terminal on the modem's cable. Every wait has a limit. */
final class AtUser implements AutoCloseable {
    private static final int LIMIT_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;

    AtUser(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(LIMIT_MILLIS);
        in = new java.io.BufferedInputStream(socket.getInputStream());
    }

    /** Types a command and returns the lines up to the final result, echo and empty lines left out. */
    List<String> ask(String command) throws IOException {
        type(command + "\r");
        return answer(command);
    }

    void type(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends a PDU as CMGS wants it; returns the answer. */
    List<String> send(byte[] tpdu) throws IOException {
        type("AT+CMGS=" + tpdu.length + "\r");
        untilPrompt();
        String hex = "00" + java.util.HexFormat.of().withUpperCase().formatHex(tpdu);
        type(hex + "\u001a");
        return answer(hex);
    }

    void untilPrompt() throws IOException {
        StringBuilder seen = new StringBuilder();
        while (seen.indexOf("> ") < 0) {
            seen.append(one());
        }
    }

    List<String> answer(String echo) throws IOException {
        List<String> lines = new ArrayList<>();
        while (true) {
            String line = line();
            if (!line.isEmpty() && !line.equals(echo)) {
                lines.add(line);
            }
            if (line.matches("OK|ERROR|\\+CM[ES] ERROR: .*")) {
                return lines;
            }
        }
    }

    /** The next line that is not empty. */
    String next() throws IOException {
        String line = line();
        while (line.isEmpty()) {
            line = line();
        }
        return line;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        char c = one();
        while (c != '\n') {
            if (c != '\r') {
                line.append(c);
            } else if (line.toString().startsWith("AT") || line.toString().matches("00[0-9A-F]+")) {
                return line.toString();
            }
            c = one();
        }
        return line.toString();
    }

    private char one() throws IOException {
        int c = in.read();
        if (c < 0) {
            throw new IOException("the modem has gone");
        }
        return (char) c;
    }

    /** Whether nothing comes for a while. */
    boolean isSilent(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            return in.read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(LIMIT_MILLIS);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
