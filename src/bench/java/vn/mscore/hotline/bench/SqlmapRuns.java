package vn.mscore.hotline.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Runs of sqlmap, one parameter each, and the list of those that came to their end. Works only with the MariaDB payloads;
 * a run that its clock cuts is told and not put down as done.
 */
final class SqlmapRuns {
    /** What every request has beside its parameters, by sqlmap's names; the first are cookies of ours. */
    static final List<String> HEADERS =
            List.of("hotline", "hotline-language", "hotline-theme", "user-agent", "referer");

    private static final String UNASKED = "csrf,version,user-agent,referer,cookie," + String.join(",", HEADERS);

    private static final Path LOGS = Path.of("target/sqlmap");
    private static final Path DONE = LOGS.resolve("done.tsv");
    private static final int LIMIT_SECONDS = Integer.getInteger("sqlmap.seconds", 200);
    private static final String LEVEL = System.getProperty("sqlmap.level", "3");
    /** Time-based payloads wait and so want a quiet machine: {@code BEUST} adds them. */
    private static final String TECHNIQUES = System.getProperty("sqlmap.techniques", "BEU");

    /** How long a payload that tells by time waits. */
    private static final String SECONDS = System.getProperty("sqlmap.wait", "2");

    private final AtomicInteger number = new AtomicInteger();
    private final List<String> cut = new ArrayList<>();
    private final List<String> lost = new ArrayList<>();
    private final long begin = System.nanoTime();

    /** Makes the folder of logs. */
    SqlmapRuns() {
        try {
            Files.createDirectories(LOGS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A parameter of a request.
     *
     * @param who a role, or {@code API}
     * @param address what it is in the code
     * @param parameter its name, empty for all that sqlmap finds
     * @param body form or JSON, empty for none
     * @param headers as sqlmap takes them
     * @param fields of the form
     */
    record Target(
            String who,
            String address,
            String verb,
            String path,
            String parameter,
            String body,
            List<String> headers,
            Map<String, String> fields) {
        /** The same for every role: a parameter is looked at once. */
        String key() {
            return verb + " " + address + " " + parameter;
        }

        /** As somebody's request. */
        Target with(List<String> theirHeaders, String pairs) {
            return new Target(who, address, verb, path, parameter, pairs, theirHeaders, fields);
        }
    }

    /** Whether a run before came to its end with it. */
    boolean isDone(Target target) throws IOException {
        return done().anyMatch(line -> line.startsWith(target.key() + "\t"));
    }

    private static synchronized Stream<String> done() throws IOException {
        return Files.exists(DONE) ? Files.readAllLines(DONE).stream() : Stream.empty();
    }

    /** Looks at it; {@code one} parameter, or every one that sqlmap finds. */
    void attack(Target target, String address, boolean one) throws IOException, InterruptedException {
        Path log = LOGS.resolve(String.format("%03d-%s-%d.txt", number.incrementAndGet(), target.who(), begin));
        Path out = LOGS.toAbsolutePath().resolve("out").resolve(log.getFileName().toString().replace(".txt", ""));
        List<String> command = new ArrayList<>(List.of(
                "sqlmap", "-u", address.replace("%2A", "*"), "--method", target.verb(), "--batch", "--level", LEVEL,
                "--risk", "1", "--dbms", "mysql", "--technique", TECHNIQUES, "--time-sec", SECONDS, "--threads", "1",
                "--timeout", "30", "--retries", "2", "--ignore-redirects", "--ignore-code", "*", "--drop-set-cookie",
                "--disable-coloring", "-v", "3", "--skip", target.parameter().isEmpty() ? UNASKED : "csrf", "--output-dir",
                out.toString()));
        if (!target.parameter().isEmpty()) {
            command.addAll(List.of("-p", target.parameter()));
        }
        if (target.fields().containsKey("version") && !target.parameter().equals("version")) {
            command.addAll(List.of("--eval", version(target, address)));
        }
        if (!target.verb().equals("GET") && !target.body().isEmpty()) {
            command.addAll(List.of("--data", target.body()));
        }
        command.addAll(List.of("--headers", String.join("\n", target.headers())));
        Process process = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long start = System.nanoTime();
        boolean ended = process.waitFor(one ? LIMIT_SECONDS : LIMIT_SECONDS * 10L, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        judge(target, log, ended, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
    }

    /** Python that reads the version of the case before every request: an old one is refused before the words are looked at. */
    private static String version(Target target, String address) {
        String page = address.replaceAll("/do/.*", "")
                .replaceAll("/petition/.*", "/petition")
                .replaceAll("%2A|\\*", "");
        String cookie = target.headers().get(0).replace("Cookie: ", "");
        return String.format(
                "import re,urllib.request as u;version=(re.findall('name=\"version\" value=\"([0-9]+)\"',"
                        + "u.urlopen(u.Request('%s',headers={'Cookie':'%s'})).read().decode())+['1'])[0]",
                page, cookie);
    }

    private synchronized void judge(Target target, Path log, boolean ended, long seconds) throws IOException {
        List<String> lines = Files.readAllLines(log);
        long requests = lines.stream().filter(line -> line.contains("[PAYLOAD]")).count();
        long clean = lines.stream().filter(line -> line.contains("does not seem to be injectable")).count();
        boolean found = lines.stream().anyMatch(line -> line.contains("identified the following injection point"));
        boolean whole = ended && (found || clean > 0);
        String result = found ? "FOUND" : whole ? "clean" : ended ? "ODD" : "cut";
        String line = String.join(
                "\t", target.key(), target.who(), Long.toString(Math.max(1, clean)), Long.toString(requests),
                Long.toString(seconds), result, log.getFileName().toString());
        System.out.println(line);
        if (whole) {
            Files.writeString(DONE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } else {
            cut.add(line);
        }
    }

    /** Its session ended under the attack. */
    synchronized void lostSession(Target target) {
        lost.add(target.key());
    }

    /** Prints what came out, of earlier runs too; tells how many findings. */
    synchronized int tell(long addresses) throws IOException {
        List<String[]> rows = done().map(line -> line.split("\t")).toList();
        List<String[]> found = rows.stream().filter(row -> row[5].equals("FOUND")).toList();
        System.out.printf(
                "%d addresses, %d parameters, %d requests, %d seconds of sqlmap, this run %d minutes: %d findings,"
                        + " %d cut or odd, %d lost their session%n",
                addresses,
                rows.stream().mapToInt(row -> Integer.parseInt(row[2])).sum(),
                rows.stream().mapToInt(row -> Integer.parseInt(row[3])).sum(),
                rows.stream().mapToInt(row -> Integer.parseInt(row[4])).sum(),
                TimeUnit.NANOSECONDS.toMinutes(System.nanoTime() - begin),
                found.size(),
                cut.size(),
                lost.size());
        cut.forEach(System.out::println);
        lost.forEach(System.out::println);
        found.forEach(row -> System.out.println(String.join(" ", row)));
        return found.size();
    }
}
