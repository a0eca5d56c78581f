package vn.mscore.hotline.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.house.Browser;
import vn.mscore.hotline.house.Caller;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.People;
import vn.mscore.hotline.house.TestDatabase;

/**
 * {@code CASES MESSAGES [hold]}, or {@code streams} for the last figure alone: the packaged gateway over {@link CaseLoad}, asked over HTTP as an operator's browser does:
 * size of the queue's page, 20 pages a second for a minute, search, first paint in Chromium, time from a commit to the row
 * on another screen, memory of 50 open streams. {@code hold} then waits so that statements can be explained by hand.
 */
public final class ConsoleBench {
    private static final int A_SECOND = 20;
    private static final int READS = Integer.getInteger("bench.seconds", 60) * A_SECOND;
    private static final int STREAMS = 50;

    /** An account keeps four streams. */
    private static final int OPERATORS = 13;
    private static final int PAINTS = 15;
    private static final int ROUNDS = 30;

    private final Gateway gateway;
    private final Caller operator;
    private final SplittableRandom random = new SplittableRandom(7);

    private ConsoleBench(Gateway gateway, Caller operator) {
        this.gateway = gateway;
        this.operator = operator;
    }

    /** Loads, measures and prints. */
    public static void main(String[] args) {
        int code = 1;
        try {
            measure(args);
            code = 0;
        } catch (Exception e) {
            e.printStackTrace();
        } finally {
            // The database's threads would keep a failed run alive.
            System.exit(code);
        }
    }

    private static void measure(String[] args) throws Exception {
        if (args[0].equals("streams")) {
            try (Gateway gateway = new Gateway(Gateway.freshFolder("streams")).set("hotline.demo", "true")) {
                gateway.start();
                new ConsoleBench(gateway, Caller.signedIn(gateway, People.of(gateway, Role.OPERATOR))).streams();
            }
            System.exit(0);
        }
        Path home = Files.createDirectories(Path.of("target/bench/console" + System.nanoTime()));
        TestDatabase.Schema schema =
                CaseLoad.load(home.resolve("var").toString(), Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        System.out.println("database " + schema.url());
        try (Gateway gateway = new Gateway(home)
                .options(BenchGateway.AS_INSTALLED)
                .set("hotline.demo", "true")
                .set("hotline.start.seconds", "300")
                .set("hotline.db.url", schema.url())
                .set("hotline.db.user", schema.user())
                .set("hotline.db.password", schema.password())) {
            gateway.start();
            ConsoleBench bench =
                    new ConsoleBench(gateway, Caller.signedIn(gateway, People.of(gateway, Role.OPERATOR)));
            bench.pages();
            bench.paint();
            bench.live();
            bench.streams();
            if (args.length > 2) {
                TimeUnit.HOURS.sleep(1);
            }
        }
    }

    private void pages() throws Exception {
        String page = operator.get("/console/queue").body();
        System.out.printf("queue page: %,d bytes%n", page.getBytes(StandardCharsets.UTF_8).length);
        measure("queue, first page", () -> operator.get("/console/queue"));
        measure("queue, all tabs in turn", () -> operator.get("/console/queue?group=" + group()));
        String ticket = page.replaceAll("(?s).*?data-case=\"(\\d{8})\".*", "$1");
        measure("one case", () -> operator.get("/console/cases/" + ticket));
        measure("search, two words", () -> search(CaseLoad.word() + " " + CaseLoad.word()));
        measure("search, without accents", () -> search("lay loi thon " + random.nextInt(400)));
        measure("search, nothing found", () -> search("khong co gi " + random.nextInt()));
    }

    private String group() {
        List<String> groups = List.of("OPEN", "UNCLASSIFIED", "MINE", "DUE_SOON", "OVERDUE", "WAITING", "ALL");
        return groups.get(random.nextInt(groups.size()));
    }

    private Caller.Answer search(String words) throws IOException, InterruptedException {
        return operator.post("/console/search", Map.of("q", words));
    }

    private void measure(String name, Callable<Caller.Answer> work) throws Exception {
        long[] nanos = new long[READS];
        long begin = System.nanoTime();
        for (int i = -A_SECOND; i < READS; i++) {
            long start = System.nanoTime();
            int status = work.call().status();
            if (status != 200) {
                throw new IllegalStateException(name + ": " + status);
            }
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
            LockSupport.parkNanos(begin + (i + A_SECOND + 1) * 1_000_000_000L / A_SECOND - System.nanoTime());
        }
        say(name, nanos);
    }

    private static void say(String name, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                "%s: p50 %.1f ms, p99 %.1f ms, most %.1f ms%n",
                name,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }

    private void paint() throws IOException, InterruptedException {
        try (Browser browser = Browser.open(gateway)) {
            browser.signIn(Role.OPERATOR);
            long[] nanos = new long[PAINTS];
            for (int i = 0; i < PAINTS; i++) {
                browser.go("/console/queue").waitFor("#list tr[data-case]");
                Number millis = (Number) browser.driver()
                        .executeScript("return performance.getEntriesByName('first-contentful-paint')[0].startTime");
                nanos[i] = (long) (millis.doubleValue() * 1e6);
            }
            say("first paint of the queue", nanos);
        }
    }

    /** From the answer to the writer, after his commit, until the other screen was told; and until it also has the row. */
    private void live() throws IOException, InterruptedException, SQLException {
        Caller other = Caller.signedIn(gateway, People.named(gateway, "hoa"));
        long[] told = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            Caller.Stream stream = other.open("/console/stream?since=" + newest());
            stream.await(Duration.ofSeconds(1), text -> !text.isEmpty());
            Caller.Answer kept = operator.post(
                    "/console/enter",
                    Map.of("channel", "WALK_IN", "kind", "FEEDBACK", "text", "cầu treo hỏng " + i, "read-back", "yes"));
            long committed = System.nanoTime();
            String ticket = kept.location().replaceAll(".*/", "");
            stream.await(Duration.ofSeconds(10), text -> text.contains(ticket));
            told[i] = System.nanoTime() - committed;
            stream.close();
        }
        say("live update after the commit", told);
    }

    private String newest() throws IOException, InterruptedException {
        return operator.get("/console/queue").body().replaceAll("(?s).*stream\\?since=(\\d+).*", "$1");
    }

    private void streams() throws IOException, InterruptedException {
        List<Caller> people = Newcomers.operators(gateway, OPERATORS);
        String before = memory();
        List<Caller.Stream> open = new ArrayList<>();
        for (int i = 0; i < STREAMS; i++) {
            open.add(people.get(i % people.size()).open("/console/stream?since=" + newest()));
        }
        TimeUnit.SECONDS.sleep(20);
        long heard = open.stream()
                .filter(Caller.Stream::isOpen)
                .count();
        System.out.println("memory before: " + before + "; with " + heard + " streams of " + people.size()
                + " operators open: " + memory());
        open.forEach(Caller.Stream::close);
    }

    private void collect() throws IOException {
        for (ProcessHandle process : gateway.processes()) {
            if (process.info().command().orElse("").endsWith("java")) {
                new ProcessBuilder("jcmd", Long.toString(process.pid()), "GC.run")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .onExit()
                        .join();
                String heap = new String(
                        new ProcessBuilder("jcmd", Long.toString(process.pid()), "GC.heap_info")
                                .start()
                                .getInputStream()
                                .readAllBytes(),
                        StandardCharsets.UTF_8);
                System.out.println(heap.lines().filter(line -> line.contains("used")).findFirst().orElse(heap));
            }
        }
    }

    private String memory() throws IOException {
        StringBuilder text = new StringBuilder();
        // What is still needed, not what was not tidied up yet.
        collect();
        for (ProcessHandle process : gateway.processes()) {
            String name = process.info().command().orElse("").replaceAll(".*/", "");
            Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .forEach(line -> text.append(name).append(' ').append(line.replaceAll("\\D", "")).append(" kB "));
        }
        return text.toString().strip();
    }
}
