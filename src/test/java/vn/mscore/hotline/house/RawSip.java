package vn.mscore.hotline.house;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** SIP as bytes in UDP packets, from any address of loopback: for what no telephone would send. */
final class RawSip implements AutoCloseable {
    private static final int LARGEST = 65_000;
    private static final int TRIES = 15;

    private final DatagramSocket socket;

    RawSip(Exchange exchange, String from) throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.connect(InetAddress.getByName("127.0.0.1"), exchange.sipPort());
    }

    /** A request of {@code method} to {@code user} with more headers, each ending in CRLF, and a body. */
    String request(String method, String user, String headers, String body) {
        String id = UUID.randomUUID().toString();
        String here = socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
        String from = headers.contains("From:") ? "" : "From: <sip:0912345678@" + here + ">;tag=" + id + "\r\n";
        return method + " sip:" + user + "@127.0.0.1:" + socket.getPort() + " SIP/2.0\r\nVia: SIP/2.0/UDP " + here
                + ";rport;branch=z9hG4bK" + id + "\r\n" + from + "To: <sip:" + user + "@127.0.0.1>\r\nCall-ID: " + id
                + "\r\nCSeq: 1 " + method + "\r\nContact: <sip:x@" + here + ">\r\nMax-Forwards: 70\r\n" + headers
                + "Content-Length: " + body.getBytes(StandardCharsets.ISO_8859_1).length + "\r\n\r\n" + body;
    }

    void send(String bytes) throws IOException {
        byte[] packet = bytes.getBytes(StandardCharsets.ISO_8859_1);
        socket.send(new DatagramPacket(packet, Math.min(packet.length, LARGEST)));
    }

    /** The first words of what comes back within {@code millis}: {@code 404}, {@code 100}. */
    List<String> answers(int millis) throws IOException {
        List<String> answers = new ArrayList<>();
        long end = System.nanoTime() + millis * 1_000_000L;
        for (long left = millis; left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            socket.setSoTimeout((int) left);
            DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
            try {
                socket.receive(packet);
                String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
                answers.add(text.startsWith("SIP/2.0 ") ? text.substring(8, 11) : text.split(" ", 2)[0]);
            } catch (SocketTimeoutException e) {
                return answers;
            }
        }
        return answers;
    }

    /** Sends, each second again as who loses packets does, and tells the first final answer; empty when none comes. */
    String ask(String bytes) throws IOException {
        String answer = "";
        for (int i = 0; i < TRIES && answer.isEmpty(); i++) {
            send(bytes);
            answer = finalAnswer(1);
        }
        return answer;
    }

    /** Sends once and tells the first final answer; empty when none comes within three seconds, which is an answer too. */
    String askBriefly(String bytes) throws IOException {
        send(bytes);
        return finalAnswer(3);
    }

    private String finalAnswer(int seconds) throws IOException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            for (String answer : answers(150)) {
                if (answer.matches("[2-6]..")) {
                    return answer;
                }
            }
        }
        return "";
    }

    @Override
    public void close() {
        socket.close();
    }
}
