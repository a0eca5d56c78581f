package vn.mscore.hotline.house;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A call to the hotline as bytes, with a mouth: for what no telephone would send in the middle of one. */
final class RawCall implements AutoCloseable {
    private static final int LARGEST = 65_000;
    private static final Duration ANSWER = Duration.ofSeconds(15);

    final RtpMouth mouth;
    private final DatagramSocket socket;
    private final String id = UUID.randomUUID().toString();
    private final String here;
    private String remote = "";
    private int sequence;
    private int sound;

    RawCall(Exchange exchange, String from) throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.connect(InetAddress.getByName("127.0.0.1"), exchange.sipPort());
        here = from + ":" + socket.getLocalPort();
        mouth = new RtpMouth(from);
    }

    /** Where the exchange listens for this call's sound. */
    int soundPort() {
        return sound;
    }

    /** The header that asks to take this call's place (RFC 3891). */
    String replaces() {
        return "Replaces: " + id + ";to-tag=" + remote.replaceFirst("^;tag=", "") + ";from-tag=" + id + "\r\n";
    }

    /** Calls the hotline and is answered. */
    RawCall dial() throws IOException {
        String answer = ask("INVITE", "hotline", "", description());
        if (!answer.startsWith("SIP/2.0 200")) {
            throw new IOException("not answered: " + answer);
        }
        return this;
    }

    /** What this side can do with sound. */
    String description() {
        String host = here.split(":")[0];
        return "v=0\r\no=x 1 " + (sequence + 1) + " IN IP4 " + host + "\r\ns=-\r\nc=IN IP4 " + host
                + "\r\nt=0 0\r\nm=audio " + mouth.port() + " RTP/AVP 0\r\na=rtpmap:0 PCMU/8000\r\n";
    }

    /** Sends a request of this call to {@code user} and tells its final answer, acknowledged when it is an invitation's. */
    String ask(String method, String user, String headers, String body) throws IOException {
        sequence++;
        String branch = UUID.randomUUID().toString();
        String type = body.isEmpty() ? "" : "Content-Type: application/sdp\r\n";
        send(request(method, user, branch, headers + type + "Content-Length: " + body.length() + "\r\n\r\n" + body));
        String answer = await("SIP/2.0 [2-6]\\d\\d.*CSeq: " + sequence + " " + method + ".*", ANSWER)
                .orElse("");
        boolean refused = !answer.startsWith("SIP/2.0 2");
        if (!answer.isEmpty() && method.equals("INVITE")) {
            learn(answer, refused);
            String next = refused ? branch : UUID.randomUUID().toString();
            send(request("ACK", user, next, "Content-Length: 0\r\n\r\n"));
        }
        return answer;
    }

    private void learn(String answer, boolean refused) {
        Matcher tag = Pattern.compile("(?m)^To: .*?(;tag=[^;\\s]+)").matcher(answer);
        Matcher port = Pattern.compile("(?m)^m=audio (\\d+)").matcher(answer);
        if (!refused && tag.find() && port.find()) {
            remote = tag.group(1);
            sound = Integer.parseInt(port.group(1));
        }
    }

    private String request(String method, String user, String branch, String rest) {
        return method + " sip:" + user + "@127.0.0.1:" + socket.getPort() + " SIP/2.0\r\nVia: SIP/2.0/UDP " + here
                + ";rport;branch=z9hG4bK" + branch + "\r\nFrom: <sip:0912345678@" + here + ">;tag=" + id
                + "\r\nTo: <sip:hotline@127.0.0.1>" + remote + "\r\nCall-ID: " + id + "\r\nCSeq: " + sequence + " "
                + method + "\r\nContact: <sip:x@" + here + ">\r\nMax-Forwards: 70\r\n" + rest;
    }

    /** Waits for the exchange to hang up and agrees. */
    boolean isHungUpWithin(Duration limit) throws IOException {
        Optional<String> bye = await("BYE .*", limit);
        if (bye.isPresent()) {
            String heads = bye.get()
                    .lines()
                    .filter(line -> line.matches("(Via|From|To|Call-ID|CSeq):.*"))
                    .reduce("", (all, line) -> all + line + "\r\n");
            send("SIP/2.0 200 OK\r\n" + heads + "Content-Length: 0\r\n\r\n");
        }
        return bye.isPresent();
    }

    private Optional<String> await(String wanted, Duration limit) throws IOException {
        Pattern pattern = Pattern.compile(wanted, Pattern.DOTALL);
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toMillis(); left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            socket.setSoTimeout((int) left);
            DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
            try {
                socket.receive(packet);
            } catch (SocketTimeoutException e) {
                return Optional.empty();
            }
            String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
            if (pattern.matcher(text).matches()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private void send(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        socket.send(new DatagramPacket(bytes, bytes.length));
    }

    @Override
    public void close() {
        socket.close();
        mouth.close();
    }
}
