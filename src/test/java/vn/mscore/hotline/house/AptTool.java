package vn.mscore.hotline.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs of Debian that a test needs: installed when missing and the test may; else the test is skipped and says why, or
 * fails where {@code EXCHANGE_REQUIRED} is set.
 */
public final class AptTool {
    private static final Duration INSTALL = Duration.ofMinutes(8);
    private static final int TRIES = 10;
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Path FETCHED = Path.of("target/apt/fetched");
    private static final Duration FRESH = Duration.ofHours(1);
    private static final String LOCKED = "/var/lib/apt/lists/lock";

    /** The variable of the environment that forbids to skip: {@link Exchange}. */
    private static final String REQUIRED = "EXCHANGE_REQUIRED";

    private static final Set<List<String>> HERE = new HashSet<>();

    private AptTool() {}

    /** Makes sure that {@code program}, a path, of the package {@code name} is there. */
    public static void require(String program, String name) throws IOException, InterruptedException {
        require(List.of(program), List.of(name));
    }

    /** Makes sure that {@code programs} of {@code packages} are there. */
    public static synchronized void require(List<String> programs, List<String> packages)
            throws IOException, InterruptedException {
        if (HERE.contains(programs)) {
            return;
        }
        // A program whose libraries another JVM is still unpacking is there, and does not run.
        try (Turn turn = Turn.to("packages")) {
            if (!programs.stream().allMatch(AptTool::isHere)) {
                install(programs, packages);
            }
        }
        HERE.add(programs);
    }

    /** Goes on where {@code here}; else the test is skipped and says what is missing, or fails where nothing may be. */
    public static void skipUnless(boolean here, String missing) {
        if (!here && System.getenv(REQUIRED) != null) {
            throw new AssertionError(missing);
        }
        Assumptions.assumeTrue(here, missing);
    }

    private static boolean isHere(String program) {
        return Stream.of("/usr/bin", "/usr/sbin")
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
    }

    private static void install(List<String> programs, List<String> packages) throws IOException, InterruptedException {
        boolean root = "root".equals(System.getProperty("user.name"));
        String missing = programs + " are not here and only root can install them: apt-get install " + packages;
        skipUnless(root, missing);
        Path log = Files.createDirectories(Path.of("target/apt")).resolve(packages.get(0) + ".log");
        List<String> install = new ArrayList<>(List.of("install", "-y", "--no-install-recommends"));
        install.addAll(packages);
        // Lists that another of these packages just fetched are fetched again only when they turn out to be of no use.
        boolean installed = areFresh() && apt(log, install) || update(log) && apt(log, install);
        String why = "apt-get could not install " + packages + ", see " + log;
        skipUnless(installed, why);
    }

    private static boolean areFresh() throws IOException {
        return Files.exists(FETCHED)
                && Files.getLastModifiedTime(FETCHED)
                        .toInstant()
                        .isAfter(Clock.systemUTC().instant().minus(FRESH));
    }

    /** Fetches the lists; waits while somebody else does, for which apt-get has no option. */
    private static boolean update(Path log) throws IOException, InterruptedException {
        boolean updated = apt(log, List.of("update"));
        for (int i = 1; i < TRIES && !updated && Files.readString(log).contains(LOCKED); i++) {
            Files.delete(log);
            Thread.sleep(PAUSE.toMillis());
            updated = apt(log, List.of("update"));
        }
        if (updated) {
            Files.writeString(FETCHED, "");
        }
        return updated;
    }

    private static boolean apt(Path log, List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("apt-get", "-o", "DPkg::Lock::Timeout=300"));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // Packages must not start their daemons here (invoke-rc.d(8)).
        builder.environment().put("RUNLEVEL", "1");
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        boolean ended = process.waitFor(INSTALL.toMillis(), TimeUnit.MILLISECONDS);
        process.destroyForcibly();
        return ended && process.exitValue() == 0;
    }
}
