package vn.mscore.hotline.bench;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import vn.mscore.hotline.sms.simulator.ModemSettings;
import vn.mscore.hotline.sms.simulator.PhoneMessage;
import vn.mscore.hotline.sms.simulator.SimulatedModem;
import vn.mscore.hotline.sms.simulator.SimulatedNetwork;
import vn.mscore.hotline.sms.simulator.Switch;
import vn.mscore.hotline.sms.simulator.Switches;

/**
 * Round trips through one modem: a citizen's look-up is stored, looked up and answered, each citizen another number.
 * {@code burst N}: all at once; {@code paced N RATE}: at a steady rate; {@code realistic N}: 115200 baud and 3 s a submit;
 * {@code four N}: four of these realistic ones, each with a number of its own, written to by turns.
 */
public final class ModemBench {
    private static final String[] HOTLINES = {"+84900000001", "+84900000002", "+84900000003", "+84900000004"};

    private final Switches switches = new Switches();
    private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
    private final Map<String, Long> answeredAt = new ConcurrentHashMap<>();

    private int modems = 1;
    private int rounds = 1;

    private ModemBench() {}

    /** Runs one bench and prints its figures. */
    public static void main(String[] args) throws Exception {
        ModemBench bench = new ModemBench();
        int count = Integer.parseInt(args[1]);
        switch (args[0]) {
            case "burst" -> {
                bench.rounds = args.length > 2 ? Integer.parseInt(args[2]) : 1;
                bench.run(count, 0);
            }
            case "paced" -> bench.run(count, Integer.parseInt(args[2]));
            case "realistic" -> bench.realistic(count);
            case "four" -> {
                bench.modems = HOTLINES.length;
                bench.realistic(count);
            }
            default -> throw new IllegalArgumentException("burst N [ROUNDS to 9] | paced N RATE | realistic N | four N");
        }
        System.exit(0);
    }

    private void realistic(int count) throws Exception {
        switches.set(Switch.BAUD, 115_200);
        switches.set(Switch.SUBMIT_DELAY, 3_000);
        run(count, 0);
    }

    private void run(int count, int rate) throws Exception {
        var threads = Executors.defaultThreadFactory();
        SimulatedNetwork network = new SimulatedNetwork(Clock.systemUTC(), threads, switches, 350);
        Map<String, String> settings = new HashMap<>(Map.of("hotline.demo", "true"));
        StringJoiner lines = new StringJoiner(",");
        for (int i = 0; i < modems; i++) {
            SimulatedModem modem = new SimulatedModem(
                    ModemSettings.of(HOTLINES[i], 50), network, switches, new SimulatedModem.ModemClockwork(Clock.systemUTC(), threads));
            modem.start();
            String name = "bench" + i;
            lines.add(name + "=" + modem.address());
            settings.put("hotline.sms.modem." + name + ".pace", "1000/s");
            settings.put("hotline.sms.modem." + name + ".dailycap", "100000");
        }
        settings.put("hotline.sms.modems", lines.toString());
        try (BenchGateway gateway = BenchGateway.start(settings)) {
            System.out.println("idle after start: " + gateway.memory());
            measure(network, "+84970", Math.min(count, modems > 1 ? 20 : 300), 0);
            for (int round = 1; round <= rounds; round++) {
                measure(network, "+8497" + round, count, rate);
            }
            System.out.println("after the load: " + gateway.memory());
        }
    }

    private void measure(SimulatedNetwork network, String prefix, int count, int rate) throws InterruptedException {
        sentAt.clear();
        answeredAt.clear();
        CountDownLatch answers = new CountDownLatch(count);
        network.watch(message -> note(message, prefix, answers));
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            if (rate > 0) {
                LockSupport.parkNanos(start + i * 1_000_000_000L / rate - System.nanoTime());
            }
            String phone = prefix + String.format("%06d", i);
            sentAt.put(phone, System.nanoTime());
            network.text(phone, HOTLINES[i % modems], "TC H50.15-260814-0012");
        }
        boolean all = answers.await(60 + 4L * count, TimeUnit.SECONDS);
        report(count, all, System.nanoTime() - start);
    }

    private void note(PhoneMessage message, String prefix, CountDownLatch answers) {
        boolean answer = message.direction() == PhoneMessage.Direction.RECEIVED
                && message.stage() == PhoneMessage.Stage.ARRIVED
                && message.phone().startsWith(prefix);
        if (answer && answeredAt.putIfAbsent(message.phone(), System.nanoTime()) == null) {
            answers.countDown();
        }
    }

    private void report(int count, boolean all, long nanos) {
        long[] latencies = answeredAt.entrySet().stream()
                .mapToLong(e -> e.getValue() - sentAt.get(e.getKey()))
                .sorted()
                .toArray();
        System.out.printf(
                "%d of %d answered%s in %.2f s: %.2f round trips/s; reply p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                latencies.length, count, all ? "" : " (GAVE UP)", nanos / 1e9, latencies.length / (nanos / 1e9),
                millis(latencies, 50), millis(latencies, 99), millis(latencies, 100));
    }

    private static double millis(long[] sorted, int percent) {
        return sorted.length == 0 ? Double.NaN : Arrays.stream(sorted).skip((sorted.length - 1) * (long) percent / 100).findFirst().orElseThrow() / 1e6;
    }
}
