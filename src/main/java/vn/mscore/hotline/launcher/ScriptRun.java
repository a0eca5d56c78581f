package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a script said at its end.
 *
 * @param code its exit code; -1 when it was still running at the limit and was ended
 * @param lastLine the last line it printed
 */
record ScriptRun(int code, String lastLine) {
    /** Runs {@code script} with {@code words}; its output goes to {@code log}. */
    static ScriptRun of(Path script, List<String> words, Path log, Duration limit)
            throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("bash", script.toString()), words.stream())
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            return new ScriptRun(ended ? process.exitValue() : -1, lastLine(log));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    static String lastLine(Path log) throws IOException {
        List<String> lines =
                Files.readAllLines(log).stream().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    /** Whether it did what it is for. */
    boolean well() {
        return code == 0;
    }
}
