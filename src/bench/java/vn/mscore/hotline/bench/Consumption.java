package vn.mscore.hotline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a process takes of the machine, read from {@code /proc}. */
record Consumption(ProcessHandle process) {
    private static final double TICKS = 100;

    private Path file(String name) {
        return Path.of("/proc/" + process.pid() + "/" + name);
    }

    /** Processor time since its start, in seconds. */
    double seconds() throws IOException {
        String stat = Files.readString(file("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    /** Resident memory, threads and open files. */
    String holds() throws IOException {
        try (Stream<Path> open = Files.list(file("fd"))) {
            return status("VmRSS:") / 1024 + " MB, " + status("Threads:") + " threads, " + open.count() + " files";
        }
    }

    private long status(String name) throws IOException {
        return Files.readAllLines(file("status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
