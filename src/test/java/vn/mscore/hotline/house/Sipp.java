package vn.mscore.hotline.house;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One telephone call by SIPp, step by step: what a caller does is written down before the call begins. Keys go out as RFC
 * 4733 packets, for which SIPp needs raw sockets (root).
 */
public final class Sipp {
    private static final Duration LIMIT = Duration.ofMinutes(4);
    /** A tone of 200 ms and the gap after it, with room. */
    private static final int KEY_MILLIS = 450;

    private static final String DIALOG = """
              Via: SIP/2.0/UDP [local_ip]:[local_port];branch=[branch]
              From: %FROM%;tag=[call_number]
              To: <sip:[service]@[remote_ip]:[remote_port]>[peer_tag_param]
              Call-ID: [call_id]
              CSeq: %CSEQ%
              Contact: <sip:caller@[local_ip]:[local_port]>
              Max-Forwards: 70
            """;
    private static final String BYE_ANSWERED = """
            <send><![CDATA[
              SIP/2.0 200 OK
              [last_Via:]
              [last_From:]
              [last_To:]
              [last_Call-ID:]
              [last_CSeq:]
              Content-Length: 0

            ]]></send>
            """;
    private static final AtomicInteger CUES = new AtomicInteger();
    private static final String CUE = "<recv request=\"INFO\" timeout=\"60000\"/>\n";
    private static final int EVENTS = 96;

    private final Exchange exchange;
    private final StringBuilder steps = new StringBuilder();
    private String from = "<sip:0912345678@[local_ip]:[local_port]>";
    private String to = "hotline";
    private String address = "127.0.0.1";
    private int events = EVENTS;
    private int calls = 1;
    private int rate = 10;

    private Sipp(Exchange exchange) {
        this.exchange = exchange;
    }

    /** A call over the trunk to the hotline. */
    public static Sipp caller(Exchange exchange) throws IOException, InterruptedException {
        AptTool.require("/usr/bin/sipp", "sip-tester");
        return new Sipp(exchange);
    }

    /** Who calls. */
    public Sipp from(String number) {
        return fromHeader("<sip:" + number + "@[local_ip]:[local_port]>");
    }

    /** Who calls, as a whole header. */
    public Sipp fromHeader(String header) {
        from = header.replace("&", "&amp;");
        return this;
    }

    /** What is dialled. */
    public Sipp to(String extension) {
        to = extension;
        return this;
    }

    /** From another address of loopback. */
    public Sipp at(String localAddress) {
        address = localAddress;
        return this;
    }

    /** Many such calls. */
    public Sipp times(int number, int perSecond) {
        calls = number;
        rate = perSecond;
        return this;
    }

    /** Offers keys as {@link CallerSound} sends them, before dialling. */
    public Sipp withTelephone() {
        events = CallerSound.EVENTS;
        return this;
    }

    /** Sends {@code sound} of {@link CallerSound} from now on, beside whatever comes next. */
    public Sipp send(Path sound) {
        steps.append("<nop><action><exec play_pcap_audio=\"").append(sound).append("\"/></action></nop>\n");
        return this;
    }

    /** Dials and waits for the answer. */
    public Sipp dial() {
        return invite().answer("200").ack();
    }

    /** Dials and expects to be refused. */
    public Sipp dialRefused(String code) {
        return invite().answer(code).ack();
    }

    private Sipp invite() {
        steps.append("<send retrans=\"500\"><![CDATA[\n")
                .append(request("INVITE", "1 INVITE"))
                .append("  Content-Type: application/sdp\n  Content-Length: [len]\n\n")
                .append(OfferedSound.with(events))
                .append(
                        "]]></send>\n<recv response=\"100\" optional=\"true\"/>\n<recv response=\"180\" optional=\"true\"/>\n")
                .append("<recv response=\"183\" optional=\"true\"/>\n");
        return this;
    }

    private Sipp answer(String code) {
        steps.append("<recv response=\"").append(code).append("\" rtd=\"true\" timeout=\"40000\"/>\n");
        return this;
    }

    private Sipp ack() {
        return send("ACK", "1 ACK");
    }

    /** Dials, lets it ring and gives up before the answer. */
    public Sipp ringAndGiveUp(int millis) {
        invite();
        int optional = steps.lastIndexOf("<recv response=\"183\"");
        steps.setLength(optional);
        String ringing = "<recv response=\"180\" optional=\"true\"/>\n";
        int at = steps.lastIndexOf(ringing);
        steps.replace(at, at + ringing.length(), "<recv response=\"180\"/>\n");
        pause(millis);
        steps.append("<send retrans=\"500\"><![CDATA[\n")
                .append(request("CANCEL", "1 CANCEL")
                        .replace("[branch]", "[branch-4]")
                        .replace("[peer_tag_param]", ""))
                .append("  Content-Length: 0\n\n]]></send>\n<recv response=\"200\"/>\n<recv response=\"487\"/>\n");
        return ack();
    }

    private Sipp send(String method, String cseq) {
        steps.append("<send><![CDATA[\n").append(request(method, cseq)).append("  Content-Length: 0\n\n]]></send>\n");
        return this;
    }

    private String request(String method, String cseq) {
        return "  " + method + " sip:[service]@[remote_ip]:[remote_port] SIP/2.0\n"
                + DIALOG.indent(0).replace("%FROM%", from).replace("%CSEQ%", cseq);
    }

    /** Does nothing. */
    public Sipp pause(int millis) {
        steps.append("<pause milliseconds=\"").append(millis).append("\"/>\n");
        return this;
    }

    /** Presses keys, one after the other, and waits until the last one is out. */
    public Sipp press(String keys) {
        steps.append("<nop><action><exec play_dtmf=\"").append(keys).append("\"/></action></nop>\n");
        return pause(keys.length() * KEY_MILLIS + 300);
    }

    /** Speaks for a while, then is silent as a telephone is: with packets. Not while keys are pressed. */
    public Sipp speak(int seconds, int silence) throws IOException {
        Path file = SpokenSound.ulaw(seconds, silence);
        steps.append("<nop><action><exec rtp_stream=\"").append(file).append(",1,0,PCMU/8000\"/></action></nop>\n");
        return this;
    }

    /** Stops speaking, so that keys can be pressed. */
    public Sipp quiet() {
        steps.append("<nop><action><exec rtp_stream=\"pause\"/></action></nop>\n");
        return pause(300);
    }

    /** Hangs up. */
    public Sipp hangUp() {
        send("BYE", "2 BYE");
        int send = steps.lastIndexOf("<send>");
        steps.replace(send, send + "<send>".length(), "<send retrans=\"500\">");
        steps.append("<recv response=\"200\" timeout=\"30000\"/>\n");
        return this;
    }

    /** Waits until the other side hangs up. */
    public Sipp untilHungUp(int seconds) {
        steps.append("<recv request=\"BYE\" timeout=\"")
                .append(seconds * 1000)
                .append("\"/>\n")
                .append(BYE_ANSWERED);
        return this;
    }

    /** Waits for the next {@link Running#cue}. */
    public Sipp onCue() {
        steps.append(CUE);
        return this;
    }

    /** Waits until the other side hangs up, or for the next cue and hangs up itself. */
    public Sipp hungUpOrOnCue() {
        steps.append("<recv request=\"BYE\" optional=\"true\" next=\"1\"/>\n").append(CUE);
        hangUp();
        int end = steps.lastIndexOf("<recv response=\"200\"");
        steps.insert(end + "<recv ".length(), "next=\"2\" ");
        return label(1).append(BYE_ANSWERED).label(2);
    }

    private Sipp label(int id) {
        return append("<label id=\"" + id + "\"/>\n");
    }

    private Sipp append(String step) {
        steps.append(step);
        return this;
    }

    /**
     * A call under way.
     *
     * @param listens where it takes messages
     */
    public record Running(Process process, Path log, InetSocketAddress listens) {
        /**
         * Lets a caller go on who waits for it: a message of its dialog, which SIPp knows by the Call-ID alone. One that is
         * like the last to the letter would be a repetition.
         */
        public void cue() throws IOException {
            String host = listens.getAddress().getHostAddress();
            int number = CUES.incrementAndGet();
            String info = String.join(
                    "\r\n",
                    "INFO sip:caller@" + host + " SIP/2.0",
                    "Via: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bKcue" + number,
                    "From: <sip:cue@127.0.0.1>;tag=cue",
                    "To: <sip:caller@" + host + ">",
                    "Call-ID: 1-" + process.pid() + "@" + host,
                    "CSeq: " + number + " INFO",
                    "Content-Length: 0",
                    "",
                    "");
            byte[] bytes = info.getBytes(StandardCharsets.US_ASCII);
            try (DatagramSocket socket = new DatagramSocket()) {
                socket.send(new DatagramPacket(bytes, bytes.length, listens));
            }
        }

        /** Waits for the end; 0 when the dialogue went as written. */
        public int await() throws InterruptedException {
            try {
                return process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
            } finally {
                process.destroyForcibly();
            }
        }

        /** What SIPp printed. */
        public String said() throws IOException {
            return Files.readString(log);
        }
    }

    /** Calls and waits for the end. */
    public int run() throws IOException, InterruptedException {
        return start().await();
    }

    /** Calls. */
    public Running start() throws IOException {
        Path folder = Files.createTempDirectory(
                Files.createDirectories(exchange.home().resolveSibling("sipp")), "call");
        Path scenario = folder.resolve("scenario.xml");
        Files.writeString(
                scenario,
                "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<scenario name=\"caller\">\n" + steps + "</scenario>\n");
        return launch(folder, scenario, Exchange.freeDatagramPort());
    }

    private Running launch(Path folder, Path scenario, int port) throws IOException {
        List<String> command = new ArrayList<>(List.of("sipp", "127.0.0.1:" + exchange.sipPort()));
        command.addAll(List.of("-sf", scenario.toString(), "-s", to, "-i", address, "-p", Integer.toString(port)));
        command.addAll(List.of("-mi", address, "-mp", Integer.toString(Ports.media(calls))));
        command.addAll(
                List.of("-m", Integer.toString(calls), "-r", Integer.toString(rate), "-l", Integer.toString(calls)));
        command.addAll(List.of(
                "-nostdin",
                "-trace_err",
                "-error_file",
                folder.resolve("errors.txt").toString()));
        Path log = folder.resolve("sipp.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Running(process, log, new InetSocketAddress(address, port));
    }
}
