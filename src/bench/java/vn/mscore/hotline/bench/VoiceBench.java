package vn.mscore.hotline.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import vn.mscore.hotline.bench.CallLoad.Amount;
import vn.mscore.hotline.bench.CallLoad.Habit;
import vn.mscore.hotline.house.CallerSound;
import vn.mscore.hotline.house.Exchange;
import vn.mscore.hotline.house.Gateway;

/**
 * Calls of SIPp to a real Asterisk with the packaged gateway and its database: each caller hears the greeting, presses 1, keys
 * in a dossier's ten digits and its PIN, and hears the status. {@code smoke}: ten calls. {@code 150 5}: so many calls at once,
 * so many times, and before each the same calls over the same prompts in plain dialplan (Answer, Read, Playback), whose processor
 * time is compared over one whole length of a call at full load. {@code 400 1 gateway}: without the plain ones.
 * {@code row 10000}: short calls, what is held before and after; {@code row 10000 plain}: the same in plain dialplan.
 *
 * <p>Latency is taken on the wire, from the first packet that says that an entry's last key is up (RFC 4733, end bit) to the
 * first packet of the next prompt, both at the same port of Asterisk; it holds Asterisk, FastAGI, the look-up and the commit.
 */
public final class VoiceBench {
    private static final int STAYS = 28_000;
    private static final int SHORT = 10_000;
    private static final int AT_ONCE_IN_A_ROW = 200;
    private static final int ASKS = 3;
    private static final int EVERY = 4;
    /** Prompts in one command; the console takes no more than about 500 letters. */
    private static final int LINE = 8;
    private static final Map<String, String> ANSWERS = Map.of(
            "menu key", "hotline/vi/nhap-ma", "code", "hotline/vi/nhap-pin", "PIN", "hotline/vi/doc-dang-xu-ly-1");

    private final Path home;
    private final Gateway gateway;
    private final Exchange exchange;
    private final Map<String, String> settings;
    private final Path sound;
    private final Path hasty;
    private boolean allHeard = true;

    private VoiceBench(Path home, Gateway gateway, Exchange exchange, Map<String, String> settings) throws IOException {
        this.home = home;
        this.gateway = gateway;
        this.exchange = exchange;
        this.settings = settings;
        sound = caller("calm.pcap", 4_000, STAYS);
        hasty = caller("hasty.pcap", 500, SHORT);
    }

    private Path caller(String name, int first, int stays) throws IOException {
        CallerSound caller = new CallerSound();
        int pause = Math.min(first, 2_000);
        int menu = caller.press(first, "1");
        int code = caller.press(menu + pause, "2608140012#");
        caller.press(code + pause, "0417#");
        return caller.write(home.resolve(name), stays);
    }

    /** Runs what is asked for and prints figures. */
    public static void main(String[] args) {
        int code = 1;
        try {
            run(args);
            code = 0;
        } catch (Exception e) {
            e.printStackTrace();
        } finally {
            System.exit(code);
        }
    }

    private static void run(String[] args) throws Exception {
        Path home = Files.createDirectories(Path.of("target/bench/voice" + System.nanoTime()).toAbsolutePath());
        Exchange.prefix();
        Map<String, String> settings = new TreeMap<>(Exchange.ports());
        settings.put("hotline.voice.agi.port", Integer.toString(Exchange.freePort()));
        settings.put("hotline.voice.maxcalls", "450");
        settings.put("hotline.lookup.global.min", "100000");
        settings.put("hotline.demo", "true");
        try (Gateway gateway = new Gateway(home).options(BenchGateway.AS_INSTALLED)) {
            settings.forEach(gateway::set);
            gateway.start();
            try (Exchange exchange = Exchange.attached(gateway, settings)) {
                exchange.awaitWell();
                new VoiceBench(home, gateway, exchange, settings).measure(args);
            }
        }
    }

    private void measure(String[] args) throws Exception {
        runAll(args);
        if (!allHeard) {
            throw new IllegalStateException("not every call heard the status");
        }
    }

    private void runAll(String[] args) throws Exception {
        List<String> heard = smoke();
        if (args[0].equals("row")) {
            boolean compared = args.length > 2;
            if (compared) {
                plain(heard);
            }
            row(Integer.parseInt(args[1]), compared ? "plain" : "hotline");
        } else if (!args[0].equals("smoke")) {
            int atOnce = Integer.parseInt(args[0]);
            boolean compared = args.length < 3;
            if (compared) {
                plain(heard);
            }
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < Integer.parseInt(args[1]); i++) {
                double base = compared ? atOnce(atOnce, "plain") : Double.NaN;
                ratios.add(atOnce(atOnce, "hotline") / base);
            }
            Collections.sort(ratios);
            System.out.printf("Asterisk with the gateway, times plain: median %.2f of %s%n", ratios.get(ratios.size() / 2), ratios);
        }
    }

    /** Ten calls, for warmth too; gives the prompts of one. */
    private List<String> smoke() throws Exception {
        CallLoad.start(exchange, new Amount(3, 3, 1), new Habit("hotline", sound, STAYS)).await();
        try (LineTap tap = tap(1)) {
            CallLoad.start(exchange, new Amount(10, 10, 2), new Habit("hotline", sound, STAYS)).await();
            say(tap.finish());
            reached(tap, 10);
            List<String> heard = tap.orders().get(0);
            System.out.println("heard: " + heard);
            return heard;
        }
    }

    private LineTap tap(int every) throws IOException, InterruptedException {
        Map<String, PromptSound> prompts = new TreeMap<>();
        for (Map.Entry<String, String> entry : ANSWERS.entrySet()) {
            prompts.put(entry.getKey(), PromptSound.of(exchange.home().resolve("lib/sounds/" + entry.getValue() + ".wav")));
        }
        int agi = Integer.parseInt(settings.get("hotline.voice.agi.port"));
        return LineTap.on(home, new LineTap.Place(agi, settings.get("hotline.voice.rtp"), every, prompts));
    }

    /** Every call must come to the status of its dossier: fewer are told at once and fail the run in the end. */
    private void reached(LineTap tap, int calls) {
        List<List<String>> astray = tap.orders().stream()
                .filter(call -> !call.contains(ANSWERS.get("PIN")))
                .toList();
        int told = tap.orders().size() - astray.size();
        System.out.println("  " + told + " of " + calls + " calls heard the status");
        astray.stream()
                .collect(Collectors.groupingBy(call -> call, Collectors.counting()))
                .forEach((call, times) -> System.out.println("  astray, " + times + " times: " + call));
        allHeard &= told == calls;
    }

    /** The same prompts without us. */
    private void plain(List<String> heard) throws IOException, InterruptedException {
        exchange.ask("module load app_read.so");
        List<String> steps = new ArrayList<>(List.of("Answer()"));
        List<String> lengths = List.of("1", "40", "8");
        for (int i = 0; i < ASKS; i++) {
            steps.add("Read(KEYS," + heard.get(i) + "," + lengths.get(i) + ",,1,10)");
        }
        for (int i = ASKS; i < heard.size(); i += LINE) {
            List<String> some = heard.subList(i, Math.min(i + LINE, heard.size()));
            steps.add("Playback(" + String.join("&", some) + ")");
        }
        // Without the waits of a gateway it is done sooner, while the caller stays as long.
        steps.add("Playback(hotline/vi/sau-tra-cuu&hotline/vi/sau-tra-cuu)");
        steps.add("Hangup()");
        for (int i = 0; i < steps.size(); i++) {
            exchange.ask("dialplan add extension plain," + (i + 1) + "," + steps.get(i) + " into trunk");
        }
        System.out.println(exchange.ask("dialplan show plain@trunk"));
    }

    /** So many calls at once for one length of a call; gives Asterisk's share of a core. */
    private double atOnce(int lines, String dials) throws Exception {
        double perSecond = lines * 1000.0 / STAYS;
        Amount amount = new Amount(lines * 5 / 2, lines, perSecond);
        try (LineTap tap = tap(EVERY)) {
            CallLoad load = CallLoad.start(exchange, amount, new Habit(dials, sound, STAYS));
            TimeUnit.MILLISECONDS.sleep(STAYS + 2_000);
            double asterisk = shares(dials, load);
            load.await();
            say(tap.finish());
            if (dials.equals("hotline")) {
                reached(tap, amount.calls());
            }
            return asterisk;
        }
    }

    private double shares(String dials, CallLoad load) throws IOException, InterruptedException {
        Map<String, Consumption> all = processes();
        all.put("sipp", new Consumption(load.process()));
        Map<String, Double> before = new TreeMap<>();
        for (Map.Entry<String, Consumption> one : all.entrySet()) {
            before.put(one.getKey(), one.getValue().seconds());
        }
        long begin = System.nanoTime();
        TimeUnit.MILLISECONDS.sleep(STAYS);
        double elapsed = (System.nanoTime() - begin) / 1e9;
        StringBuilder text = new StringBuilder(dials).append(": of a core");
        double asterisk = 0;
        for (Map.Entry<String, Consumption> one : all.entrySet()) {
            double share = (one.getValue().seconds() - before.get(one.getKey())) / elapsed;
            text.append(String.format(" %s %.1f %%,", one.getKey(), share * 100));
            asterisk = one.getKey().equals("asterisk") ? share : asterisk;
        }
        String calls = exchange.ask("core show channels count").strip().replace('\n', ',');
        System.out.println(text + " " + calls + ", load average " + loadAverage());
        return asterisk;
    }

    private static String loadAverage() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }

    private Map<String, Consumption> processes() throws IOException {
        Map<String, Consumption> all = new TreeMap<>();
        all.put("asterisk", new Consumption(exchange.process()));
        for (ProcessHandle process : gateway.processes()) {
            String name = process.info().command().orElse("").replaceAll(".*/", "");
            if (name.equals("java") || name.startsWith("mariadb")) {
                all.put(name, new Consumption(process));
            }
        }
        return all;
    }

    private static void say(LineTap tap) {
        List<Double> all = new ArrayList<>();
        tap.answers().forEach((entry, millis) -> {
            all.addAll(millis);
            say(entry, millis);
        });
        say("all entries", all);
    }

    private static void say(String entry, List<Double> values) {
        double[] millis = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (millis.length > 0) {
            System.out.printf(
                    "  last key to next prompt, %s: %d, p50 %.1f ms, p99 %.1f ms, most %.1f ms%n",
                    entry, millis.length, millis[millis.length / 2], millis[millis.length * 99 / 100], millis[millis.length - 1]);
        }
    }

    /** Short calls one after the other on many lines; what is held before and after them. */
    private void row(int calls, String dials) throws Exception {
        hastyCalls(1_000, dials);
        System.out.println("after 1,000 calls: " + held());
        for (int i = 0; i < 2; i++) {
            hastyCalls(calls / 2, dials);
            System.out.println("after " + calls / 2 + " more: " + held());
        }
    }

    private void hastyCalls(int calls, String dials) throws Exception {
        try (LineTap tap = tap(EVERY)) {
            double perSecond = Math.min(30, AT_ONCE_IN_A_ROW * 1000.0 / SHORT);
            CallLoad.start(exchange, new Amount(calls, AT_ONCE_IN_A_ROW, perSecond), new Habit(dials, hasty, SHORT))
                    .await();
            say(tap.finish());
            if (dials.equals("hotline")) {
                reached(tap, calls);
            }
        }
    }

    /** After the threads' idle time and a collection of the heap. */
    private String held() throws Exception {
        TimeUnit.SECONDS.sleep(60);
        StringBuilder text = new StringBuilder("load average " + loadAverage());
        for (Map.Entry<String, Consumption> one : processes().entrySet()) {
            text.append("; ").append(one.getKey()).append(' ').append(one.getValue().holds());
            if (one.getKey().equals("java")) {
                text.append(", heap after GC ").append(heap(one.getValue().process())).append(" MB");
            }
        }
        return text.toString();
    }

    private static String heap(ProcessHandle java) throws IOException, InterruptedException {
        String pid = Long.toString(java.pid());
        output("jcmd", pid, "GC.run");
        output("jcmd", pid, "GC.run");
        String used = output("jcmd", pid, "GC.heap_info");
        return Arrays.toString(used.lines().filter(line -> line.contains("used")).map(String::strip).toArray());
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(30, TimeUnit.SECONDS);
        return text;
    }
}
