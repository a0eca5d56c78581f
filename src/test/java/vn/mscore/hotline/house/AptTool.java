package vn.mscore.hotline.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program of Debian that a test needs: installed when it is missing and the test may; else the test is skipped and says why. */
public final class AptTool {
    private static final Duration INSTALL = Duration.ofMinutes(8);

    private AptTool() {}

    /** Makes sure that {@code program} of {@code name} is there. */
    public static Path require(String program, String name) throws IOException, InterruptedException {
        Path path = Path.of(program);
        if (Files.isExecutable(path)) {
            return path;
        }
        Assumptions.assumeTrue(
                "root".equals(System.getProperty("user.name")),
                program + " is not here and only root can install it: apt-get install " + name);
        Path log = Files.createDirectories(Path.of("target/apt")).resolve(name + ".log");
        boolean installed = apt(log, "update") && apt(log, "install", "-y", "--no-install-recommends", name);
        Assumptions.assumeTrue(installed, "apt-get could not install " + name + ", see " + log);
        return path;
    }

    /** Calls {@code apt-get}; false when it failed or took too long. */
    static boolean apt(Path log, String... words) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of("apt-get"), Stream.of(words)).toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        boolean ended = process.waitFor(INSTALL.toMillis(), TimeUnit.MILLISECONDS);
        process.destroyForcibly();
        return ended && process.exitValue() == 0;
    }
}
