package vn.mscore.hotline.bench;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Round trips by SMPP: deliver_sm, commit, deliver_sm_resp, look-up, commit, submit_sm, each citizen another number.
 * {@code burst N WINDOW RUNS}: as fast as a window of deliveries without an answer lets it; {@code paced N WINDOW RUNS RATE}:
 * so many a second; {@code echo N WINDOW RUNS}: the load generator's own limit, against a peer that stores nothing and answers
 * at once. A first run, told apart, warms up, or {@code -Dbench.warm} of them. {@code -Dbench.submits} is our own window, 10
 * otherwise; {@code -Dbench.rows} messages of the past are in the tables first; a burst of {@code -Dbench.burst} messages comes before
 * all, as a gateway has done that has run for days. {@code -Dbench.idle} seconds at the end tell what a gateway takes that has
 * nothing to do.
 */
public final class SmppBench {
    private static final String TEXT = "TC H50.15-260814-0012";
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private final int count;
    private final int window;
    private final int runs;
    private final int rate;
    private int numbers;

    private SmppBench(String[] args) {
        count = Integer.parseInt(args[1]);
        window = Integer.parseInt(args[2]);
        runs = Integer.parseInt(args[3]);
        rate = args.length > 4 ? Integer.parseInt(args[4]) : 0;
    }

    /** Runs one bench and prints its figures. */
    public static void main(String[] args) {
        int code = 1;
        try {
            SmppBench bench = new SmppBench(args);
            if (args[0].equals("echo")) {
                bench.echo();
            } else {
                bench.gateway();
            }
            code = 0;
        } catch (Exception e) {
            e.printStackTrace();
        } finally {
            System.exit(code);
        }
    }

    private void gateway() throws Exception {
        try (LoadCentre centre = new LoadCentre(TEXT);
                BenchGateway gateway = BenchGateway.start(Map.of(
                        "hotline.demo", "true",
                        "hotline.voice.asterisk", "off",
                        "hotline.sms.smpp", "bench=smpp://bench@127.0.0.1:" + centre.port() + "?window="
                                + Integer.getInteger("bench.submits", 10),
                        "hotline.sms.smpp.bench.password", "bench",
                        "hotline.sms.smpp.bench.pace", "20000/s",
                        "hotline.sms.smpp.bench.dailycap", "10000000"))) {
            centre.awaitBound();
            gateway.fill(Integer.getInteger("bench.rows", 0));
            measure(centre, gateway.processes());
            System.out.println("after the load: " + gateway.memory());
        }
    }

    private void measure(LoadCentre centre, List<Consumption> processes) throws Exception {
        int burst = Integer.getInteger("bench.burst", 0);
        if (burst > 0) {
            System.out.println("before: " + centre.run(new Round(numbers, burst, window), 0, LIMIT));
            numbers += burst;
        }
        for (int i = 1; i <= Integer.getInteger("bench.warm", 1); i++) {
            one("warm-up " + i, centre, processes);
        }
        List<Round> rounds = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int i = 1; i <= runs; i++) {
            double before = seconds(processes);
            rounds.add(one("run " + i, centre, processes));
            cpu.add((seconds(processes) - before) * 1000 / count);
        }
        System.out.printf(
                "median of %d: %.0f/s; answer p50 %.1f ms, p99 %.1f ms; %.2f CPU seconds per 1,000%n",
                runs,
                median(rounds, Round::perSecond),
                median(rounds, round -> round.answerMillis(50)),
                median(rounds, round -> round.answerMillis(99)),
                cpu.stream().sorted().skip(runs / 2).findFirst().orElse(Double.NaN));
        idle(processes);
    }

    private void idle(List<Consumption> processes) throws Exception {
        int seconds = Integer.getInteger("bench.idle", 0);
        if (seconds > 0) {
            List<Double> before = each(processes);
            Thread.sleep(seconds * 1000L);
            System.out.println("idle: CPU seconds in 1,000 seconds: " + perThousand(before, each(processes), seconds));
        }
    }

    private Round one(String name, LoadCentre centre, List<Consumption> processes) throws Exception {
        List<Double> before = each(processes);
        double own = new Consumption(ProcessHandle.current()).seconds();
        Round round = centre.run(new Round(numbers, count, window), rate, LIMIT);
        numbers += count;
        System.out.printf(
                "%s: %s; CPU seconds per 1,000: %s, load generator %.2f; load %s%n",
                name,
                round,
                perThousand(before, each(processes), count),
                (new Consumption(ProcessHandle.current()).seconds() - own) * 1000 / count,
                Files.readString(Path.of("/proc/loadavg")).substring(0, 4));
        return round;
    }

    /** Gateway first, then its database; of {@code units} messages or seconds. */
    private static String perThousand(List<Double> before, List<Double> after, int units) {
        return IntStream.range(0, before.size())
                .mapToObj(i -> String.format("%.2f", (after.get(i) - before.get(i)) * 1000 / units))
                .collect(Collectors.joining(" + "));
    }

    private static List<Double> each(List<Consumption> processes) throws IOException {
        List<Double> each = new ArrayList<>();
        for (Consumption process : processes) {
            each.add(process.seconds());
        }
        return each;
    }

    private static double seconds(List<Consumption> processes) throws IOException {
        return each(processes).stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return rounds.stream().mapToDouble(figure).sorted().skip(rounds.size() / 2).findFirst().orElse(Double.NaN);
    }

    private void echo() throws Exception {
        try (LoadCentre centre = new LoadCentre(TEXT)) {
            Thread peer = new Thread(() -> echoes(centre.port()), "echo");
            peer.setDaemon(true);
            peer.start();
            centre.awaitBound();
            measure(centre, List.of());
        }
    }

    /** Thanks for a deliver_sm and sends its sender a submit_sm, from one thread. */
    private static void echoes(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
            DataOutputStream out = new DataOutputStream(new java.io.BufferedOutputStream(socket.getOutputStream()));
            pdu(out, 0x09, 1, new byte[0]);
            while (true) {
                int length = in.readInt();
                int command = in.readInt();
                in.readInt();
                int sequence = in.readInt();
                byte[] body = in.readNBytes(length - 16);
                if (command == 0x05) {
                    pdu(out, 0x80000005, sequence, new byte[1]);
                    byte[] submit = new byte[18];
                    System.arraycopy(body, 3, submit, 6, 12);
                    pdu(out, 0x04, sequence, submit);
                }
            }
        } catch (IOException e) {
            System.out.println("the echo ended: " + e.getMessage());
        }
    }

    private static void pdu(DataOutputStream out, int command, int sequence, byte[] body) throws IOException {
        out.writeInt(16 + body.length);
        out.writeInt(command);
        out.writeInt(0);
        out.writeInt(sequence);
        out.write(body);
        out.flush();
    }
}
