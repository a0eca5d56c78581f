package vn.mscore.hotline.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A telephone that is rung, by SIPp: an operator's, registered with its password, or a citizen's behind the trunk. */
public final class SippPhone implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final String REGISTER = """
            <?xml version="1.0" encoding="UTF-8" ?>
            <scenario name="register">
            <send retrans="500"><![CDATA[
              REGISTER sip:[remote_ip]:[remote_port] SIP/2.0
              Via: SIP/2.0/UDP [local_ip]:[local_port];branch=[branch]
              From: <sip:%NAME%@[remote_ip]:[remote_port]>;tag=[call_number]
              To: <sip:%NAME%@[remote_ip]:[remote_port]>
              Call-ID: [call_id]
              CSeq: 1 REGISTER
              Contact: <sip:%NAME%@[local_ip]:[local_port]>
              Expires: 600
              Max-Forwards: 70
              Content-Length: 0

            ]]></send>
            <recv response="401" auth="true"/>
            <send retrans="500"><![CDATA[
              REGISTER sip:[remote_ip]:[remote_port] SIP/2.0
              Via: SIP/2.0/UDP [local_ip]:[local_port];branch=[branch]
              From: <sip:%NAME%@[remote_ip]:[remote_port]>;tag=[call_number]
              To: <sip:%NAME%@[remote_ip]:[remote_port]>
              Call-ID: [call_id]
              CSeq: 2 REGISTER
              Contact: <sip:%NAME%@[local_ip]:[local_port]>
              [authentication username=%NAME% password=%SECRET%]
              Expires: 600
              Max-Forwards: 70
              Content-Length: 0

            ]]></send>
            <recv response="200"/>
            </scenario>
            """;
    private static final String REPLY = """
              [last_Via:]
              [last_From:]
              [last_To:];tag=[pid]SIPp[call_number]
              [last_Call-ID:]
              [last_CSeq:]
              Contact: <sip:phone@[local_ip]:[local_port]>
            """;

    /** Whoever is called must be able to see who calls. */
    private static final String SHOWN =
            "<ereg regexp=\"sip:18[0-9]+@\" search_in=\"hdr\" header=\"P-Asserted-Identity:\" check_it=\"true\" assign_to=\"3\"/>";

    private static final String ANSWER = """
            <?xml version="1.0" encoding="UTF-8" ?>
            <scenario name="phone">
            <recv request="INVITE" rrs="true">
            <action>
              <ereg regexp="&lt;sip:[^>]*>" search_in="hdr" header="To:" assign_to="1"/>
              <ereg regexp="&lt;sip:.*" search_in="hdr" header="From:" assign_to="2"/>
              %SHOWN%
            </action>
            </recv>
            <Reference variables="%KEPT%"/>
            <send><![CDATA[
              SIP/2.0 180 Ringing
            %REPLY%  Content-Length: 0

            ]]></send>
            <pause milliseconds="%RING%"/>
            <send retrans="500"><![CDATA[
              SIP/2.0 %FINAL%
            %REPLY%%SOUND%
            ]]></send>
            <recv request="ACK"/>
            %TALK%
            </scenario>
            """;
    private static final String SOUND =
            "  Content-Type: application/sdp\n  Content-Length: [len]\n\n" + OfferedSound.with(CallerSound.EVENTS);
    private static final String TALK = """
            <recv request="BYE" timeout="60000"/>
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
    /** The call came from there: its To is our From. */
    private static final String HANG_UP = """
            <send retrans="500"><![CDATA[
              BYE [next_url] SIP/2.0
              Via: SIP/2.0/UDP [local_ip]:[local_port];branch=[branch]
              [routes]
              From: [$1];tag=[pid]SIPp[call_number]
              To: [$2]
              [last_Call-ID:]
              CSeq: 9 BYE
              Max-Forwards: 70
              Content-Length: 0

            ]]></send>
            <recv response="200" timeout="30000"/>
            """;

    private final Exchange exchange;
    private final Path folder;
    private final int port;
    private int calls = 1;
    private Process process;

    private SippPhone(Exchange exchange, int port) throws IOException, InterruptedException {
        AptTool.require("/usr/bin/sipp", "sip-tester");
        this.exchange = exchange;
        this.port = port;
        folder = Files.createTempDirectory(
                Files.createDirectories(exchange.home().resolveSibling("sipp")), "phone");
    }

    /** An operator's telephone, registered. */
    public static SippPhone operator(Exchange exchange, String device) throws IOException, InterruptedException {
        SippPhone phone = new SippPhone(exchange, Exchange.freeDatagramPort());
        String scenario = REGISTER.replace("%NAME%", device).replace("%SECRET%", exchange.secret("sip-" + device));
        Process register = phone.launch("register", scenario);
        if (!register.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) || register.exitValue() != 0) {
            throw new IllegalStateException(device + " could not register: " + Files.readString(phone.log("register")));
        }
        return phone;
    }

    /** Any telephone behind the trunk. */
    public static SippPhone citizen(Exchange exchange) throws IOException, InterruptedException {
        return new SippPhone(exchange, exchange.trunkPort());
    }

    /** Takes so many calls, at the same time too. */
    public SippPhone times(int number) {
        calls = number;
        return this;
    }

    /** From now on answers one call after {@code millis} of ringing and waits until the other side hangs up. */
    public SippPhone answering(int millis) throws IOException, InterruptedException {
        return serve("200 OK", SOUND, TALK, millis);
    }

    /** From now on answers one call, talks for {@code length} milliseconds and hangs up. */
    public SippPhone talking(int millis, int length) throws IOException, InterruptedException {
        return serve("200 OK", SOUND, pause(length) + HANG_UP, millis);
    }

    /** From now on answers one call and presses keys: {@code 3000 9#} is a pause of three seconds and two keys; then hangs up. */
    public SippPhone pressing(int millis, String... steps) throws IOException, InterruptedException {
        CallerSound sound = new CallerSound();
        int at = 0;
        for (String step : steps) {
            String[] parts = step.split(" ");
            at = sound.press(at + Integer.parseInt(parts[0]), parts[1]);
        }
        int length = at + 2000;
        Path pcap = sound.write(folder.resolve("keys.pcap"), length);
        String talk = "<nop><action><exec play_pcap_audio=\"" + pcap + "\"/></action></nop>\n";
        return serve("200 OK", SOUND, talk + pause(length) + HANG_UP, millis);
    }

    private static String pause(int millis) {
        return "<pause milliseconds=\"" + millis + "\"/>\n";
    }

    /** From now on refuses one call, for instance with {@code 486 Busy Here}. */
    public SippPhone refusing(String status) throws IOException, InterruptedException {
        return serve(status, "  Content-Length: 0\n", "", 0);
    }

    private SippPhone serve(String status, String sound, String talk, int millis)
            throws IOException, InterruptedException {
        boolean asked = port == exchange.trunkPort();
        String scenario = ANSWER.replace("%FINAL%", status)
                .replace("%SHOWN%", asked ? SHOWN : "")
                .replace("%KEPT%", asked ? "1,2,3" : "1,2")
                .replace("%SOUND%", sound)
                .replace("%TALK%", talk)
                .replace("%REPLY%", REPLY)
                .replace("%RING%", Integer.toString(millis));
        process = launch("phone", scenario);
        boolean listens = Gateway.await(LIMIT, () -> !process.isAlive() || listens());
        if (!listens || !process.isAlive()) {
            throw new IllegalStateException("no telephone listens: " + Files.readString(log("phone")));
        }
        return this;
    }

    /**
     * Whether the telephone has its port: a call that comes sooner is refused by the kernel. Looked up in proc(5): trying to
     * bind the port would take it from the telephone.
     */
    private boolean listens() {
        Pattern bound = Pattern.compile(String.format("\\s*\\d+: [0-9A-F]{8}:%04X .*", port));
        try (Stream<String> sockets = Files.lines(Path.of("/proc/net/udp"))) {
            return sockets.anyMatch(line -> bound.matcher(line).matches());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that went to and fro since it listens. */
    public String messages() throws IOException {
        return Files.readString(folder.resolve("phone-messages.txt"));
    }

    private Path log(String name) {
        return folder.resolve(name + ".txt");
    }

    private Process launch(String name, String scenario) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".xml"), scenario);
        List<String> command = new ArrayList<>(List.of("sipp", "127.0.0.1:" + exchange.sipPort()));
        command.addAll(List.of("-sf", file.toString(), "-i", "127.0.0.1", "-p", Integer.toString(port)));
        command.addAll(List.of("-m", Integer.toString(calls)));
        command.addAll(List.of("-mi", "127.0.0.1", "-mp", Integer.toString(Ports.media(calls)), "-nostdin"));
        command.addAll(List.of(
                "-trace_err",
                "-error_file",
                folder.resolve(name + "-errors.txt").toString()));
        command.addAll(List.of(
                "-trace_msg",
                "-message_file",
                folder.resolve(name + "-messages.txt").toString()));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log(name).toFile())
                .start();
    }

    /** Waits until its calls are over; 0 when they went as written. */
    public int await() throws InterruptedException {
        return process.waitFor(LIMIT.toSeconds() * 2, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        if (process != null) {
            // The next telephone may want the same port.
            process.destroyForcibly()
                    .onExit()
                    .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .join();
        }
    }
}
