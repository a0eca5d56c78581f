package vn.mscore.hotline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.mscore.hotline.house.CallerSound;
import vn.mscore.hotline.house.AptTool;
import vn.mscore.hotline.house.Exchange;
import vn.mscore.hotline.house.OfferedSound;

/** Many callers by SIPp, each with a number of his own, who send sound all the time, press keys and hang up. */
final class CallLoad {
    private static final String DIALOG = """
              Via: SIP/2.0/UDP [local_ip]:[local_port];branch=[branch]
              From: <sip:[field0]@[local_ip]:[local_port]>;tag=[call_number]
              To: <sip:[service]@[remote_ip]:[remote_port]>[peer_tag_param]
              Call-ID: [call_id]
              CSeq: %CSEQ%
              Contact: <sip:caller@[local_ip]:[local_port]>
              Max-Forwards: 70
            """;
    private static final String SCENARIO = """
            <?xml version="1.0" encoding="UTF-8" ?>
            <scenario name="caller">
            <send retrans="500"><![CDATA[
              INVITE sip:[service]@[remote_ip]:[remote_port] SIP/2.0
            %DIALOG1%  Content-Type: application/sdp
              Content-Length: [len]

            %OFFER%]]></send>
            <recv response="100" optional="true"/>
            <recv response="180" optional="true"/>
            <recv response="183" optional="true"/>
            <recv response="200" timeout="20000"/>
            <send><![CDATA[
              ACK sip:[service]@[remote_ip]:[remote_port] SIP/2.0
            %DIALOG1%  Content-Length: 0

            ]]></send>
            <nop><action><exec play_pcap_audio="%SOUND%"/></action></nop>
            <pause milliseconds="%MILLIS%"/>
            <send retrans="500"><![CDATA[
              BYE sip:[service]@[remote_ip]:[remote_port] SIP/2.0
            %DIALOG2%  Content-Length: 0

            ]]></send>
            <recv response="200" timeout="20000"/>
            </scenario>
            """;
    private static final Duration SLACK = Duration.ofSeconds(90);
    private static int nextCaller;

    private final Path folder;
    private final Process process;
    private final int calls;
    private final Duration limit;

    /**
     * How much.
     *
     * @param calls in all
     * @param atOnce at most
     * @param perSecond new ones
     */
    record Amount(int calls, int atOnce, double perSecond) {}

    /**
     * Who a caller is.
     *
     * @param dials an extension of the trunk
     * @param sound what he sends, of {@link CallerSound}
     * @param millis how long he stays
     */
    record Habit(String dials, Path sound, int millis) {}

    private CallLoad(Path folder, Process process, Amount amount, Habit habit) {
        this.folder = folder;
        this.process = process;
        this.calls = amount.calls();
        limit = SLACK.plusMillis((long) (amount.calls() / amount.perSecond() * 1000) + habit.millis());
    }

    /** Begins to call. */
    static CallLoad start(Exchange exchange, Amount amount, Habit habit) throws IOException, InterruptedException {
        AptTool.require("/usr/bin/sipp", "sip-tester");
        Path folder = Files.createTempDirectory(
                Files.createDirectories(exchange.home().resolveSibling("sipp")), "load");
        String first = DIALOG.replace("%CSEQ%", "1 INVITE");
        String scenario = SCENARIO.replaceFirst("%DIALOG1%", first)
                .replace("%DIALOG1%", DIALOG.replace("%CSEQ%", "1 ACK"))
                .replace("%DIALOG2%", DIALOG.replace("%CSEQ%", "2 BYE"))
                .replace("%OFFER%", OfferedSound.with(CallerSound.EVENTS))
                .replace("%SOUND%", habit.sound().toString())
                .replace("%MILLIS%", Integer.toString(habit.millis()));
        Path file = Files.writeString(folder.resolve("scenario.xml"), scenario);
        List<String> command = List.of(
                "sipp", "127.0.0.1:" + exchange.sipPort(), "-sf", file.toString(), "-s", habit.dials(), "-inf",
                callers(folder, amount.calls()).toString(), "-i", "127.0.0.1", "-p",
                Integer.toString(Exchange.freeDatagramPort()), "-mi", "127.0.0.1", "-mp", "6000", "-m",
                Integer.toString(amount.calls()), "-l", Integer.toString(amount.atOnce()), "-r",
                Integer.toString((int) Math.round(amount.perSecond() * 10)), "-rp", "10000", "-nostdin", "-trace_stat",
                "-stf", folder.resolve("figures.csv").toString(), "-fd", "1", "-trace_err", "-error_file",
                folder.resolve("errors.txt").toString());
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sipp.txt").toFile())
                .start();
        return new CallLoad(folder, process, amount, habit);
    }

    private static synchronized Path callers(Path folder, int count) throws IOException {
        String numbers = IntStream.range(nextCaller, nextCaller + count)
                .mapToObj(i -> String.format("03%08d", 20_000_000 + i))
                .collect(Collectors.joining("\n", "SEQUENTIAL\n", "\n"));
        nextCaller += count;
        return Files.writeString(folder.resolve("callers.csv"), numbers);
    }

    /** Waits until all have hung up; fails unless every call went as written. */
    void await() throws IOException, InterruptedException {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("calls do not end, see " + folder);
            }
        } finally {
            process.destroyForcibly();
        }
        long done = figure("SuccessfulCall(C)");
        if (done != calls) {
            throw new IllegalStateException(done + " of " + calls + " calls went as written, see " + folder);
        }
    }

    /** A column of SIPp's last line. */
    private long figure(String column) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("figures.csv"));
        int index = Arrays.asList(lines.get(0).split(";")).indexOf(column);
        return Long.parseLong(lines.get(lines.size() - 1).split(";")[index]);
    }

    /** The program that calls. */
    ProcessHandle process() {
        return process.toHandle();
    }
}
