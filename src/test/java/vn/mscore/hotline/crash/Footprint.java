package vn.mscore.hotline.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.mscore.hotline.house.TestDatabase;

/**
 * What a process holds, seen from outside.
 *
 * @param threads of Java and of its machine
 * @param files open ones, sockets included
 * @param connections to its database
 */
record Footprint(int threads, int files, int connections) {
    private static final Pattern USED = Pattern.compile("(?:generation|heap)\\s+total \\d+K, used (\\d+)K");

    /** However many rounds: what a Java opens of its own it opens once. */
    private static final int AT_MOST = 5;

    private static final int MOST_READINGS = 60;
    private static final long BETWEEN_READINGS_MILLIS = 1_000;

    static Footprint of(long pid, TestDatabase.Schema schema) {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"));
                Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            int connections =
                    Integer.parseInt(schema.column("select count(*) from information_schema.processlist where user = '"
                                    + schema.user() + "' and id <> connection_id()")
                            .get(0));
            return new Footprint((int) threads.count(), (int) files.count(), connections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first of two readings in a row that are equal; fails when there are none in time. */
    static Footprint steady(long pid, TestDatabase.Schema schema) throws InterruptedException {
        List<Footprint> readings = new ArrayList<>(List.of(of(pid, schema)));
        while (readings.size() < MOST_READINGS) {
            Thread.sleep(BETWEEN_READINGS_MILLIS);
            Footprint next = of(pid, schema);
            if (next.equals(readings.get(readings.size() - 1))) {
                return next;
            }
            readings.add(next);
        }
        throw new AssertionError("no two equal readings in a row: " + readings);
    }

    /**
     * Whether what {@code rounds} have added since {@code other} is less than one thread and one file a round, and less than five; a pool of
     * connections breathes, by two at most with their files.
     */
    boolean fitsIn(Footprint other, int rounds) {
        int more = Math.max(0, connections - other.connections);
        int less = Math.min(rounds, AT_MOST);
        return threads - other.threads < less && files - 2 * more - other.files < less && more <= 2;
    }

    /** Kilobytes of live objects: what is left of the heap after a collection. */
    static long liveKilobytes(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
        long sum = 0;
        while (used.find()) {
            sum += Long.parseLong(used.group(1));
        }
        return sum;
    }

    private static String jcmd(long pid, String order) throws IOException, InterruptedException {
        Path program = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(program.toString(), Long.toString(pid), order)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
