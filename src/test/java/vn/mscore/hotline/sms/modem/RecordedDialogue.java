package vn.mscore.hotline.sms.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.Submission;

/** One script of {@code sms/at/*.at}, with one line of its own. */
final class RecordedDialogue {
    private static final Path SCRIPTS = Path.of("src/test/resources/sms/at");
    private static final ThreadFactory THREADS = Executors.defaultThreadFactory();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int QUIET = 5;

    private final RecordingIntake intake = new RecordingIntake();
    private final ExecutorService senders = Executors.newSingleThreadExecutor();
    private final ScriptedModem modem;
    private final Path folder;
    private final ShownStates shown = ShownStates.listen();
    private ModemLine line;
    private CompletableFuture<SendOutcome> sending;
    private CompletableFuture<Optional<String>> asking;
    private final Map<String, Integer> counted = new HashMap<>();
    private int millisPerSecond = 75;
    private long outboxId = 1;

    private RecordedDialogue(Path file) throws IOException {
        List<String> script = Files.readAllLines(file).stream()
                .filter(step -> !step.isBlank() && !step.startsWith("#"))
                .toList();
        modem = new ScriptedModem(script);
        folder = Files.createTempDirectory("modems");
    }

    /** A test of each script whose file's name {@code name} takes, titled by the script's first line; more than 15. */
    static Stream<DynamicTest> all(Predicate<String> name) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(SCRIPTS)) {
            files = all.filter(file -> file.toString().endsWith(".at"))
                    .filter(file -> name.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(15);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(title(file), () -> new RecordedDialogue(file).play()));
    }

    private static String title(Path file) {
        try {
            return Files.readAllLines(file).get(0).substring(2);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void play() throws Exception {
        try {
            for (String step = modem.next(); step != null; step = modem.next()) {
                int blank = step.indexOf(' ');
                act(blank < 0 ? step : step.substring(0, blank), blank < 0 ? "" : step.substring(blank + 1));
            }
        } finally {
            if (line != null) {
                line.stop();
            }
            senders.shutdownNow();
            shown.close();
        }
        // Also what came after the step that counted.
        counted.forEach(this::counts);
    }

    private void act(String verb, String rest) throws Exception {
        switch (verb) {
            case "start" -> start(rest);
            case "wait" -> await(rest);
            case "intake" ->
                assertThat(intake.await(() -> intake.has(rest), LIMIT))
                        .as("%s in %s; written %s", rest, intake.log(), modem.written())
                        .isTrue();
            case "lacks" -> assertThat(intake.log()).noneMatch(entry -> entry.startsWith(rest));
            case "nothing" -> assertThat(intake.log()).isEmpty();
            case "database" -> intake.away(rest.equals("away"));
            case "poison" -> intake.poison(rest);
            case "send" -> sending = CompletableFuture.supplyAsync(() -> send(rest), senders);
            case "sent" ->
                assertThat(outcome(sending.get(LIMIT.toSeconds(), TimeUnit.SECONDS)))
                        .isEqualTo(rest);
            case "never" -> assertThat(modem.written()).noneMatch(command -> command.startsWith(rest));
            case "times" -> times(rest);
            case "seen" -> seen(rest);
            case "patience" -> millisPerSecond = Integer.parseInt(rest);
            case "balance" -> asking = CompletableFuture.supplyAsync(() -> line.balance(), senders);
            case "told" ->
                assertThat(asking.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).contains(rest.replace("\\n", "\n"));
            case "plug" -> modem.plug(rest.equals("in"));
            case "slow" -> modem.slow(true);
            case "flood" -> modem.flood(Integer.parseInt(rest));
            case "confirm" -> Files.delete(folder.resolve("m1.imsi"));
            case "remember" -> Files.writeString(folder.resolve("m1.imsi"), rest);
            case "remembered" -> assertThat(folder.resolve("m1.imsi")).content().isEqualTo(rest);
            case "forgotten" -> assertThat(folder.resolve("m1." + rest)).doesNotExist();
            default -> throw new IllegalArgumentException("no such step: " + verb);
        }
    }

    private void start(String pin) {
        Optional<String> given = Optional.of(pin).filter(p -> !p.isEmpty());
        ModemAddress address = new ModemAddress("tcp://127.0.0.1:1");
        ModemSettings settings =
                new ModemSettings("m1", address, given, "*101#", folder, 20, 600, new Patience(millisPerSecond));
        line = new ModemLine(settings, modem, THREADS, Clock.systemUTC());
        line.start(intake);
    }

    private void await(String wanted) throws InterruptedException {
        String[] words = wanted.split(" ", 2);
        String detail = words.length > 1 ? words[1] : "";
        assertThat(intake.await(() -> shown.next(words[0], detail) || shows(words[0], detail), LIMIT))
                .as("%s, but %s; written %s", wanted, line.state(), modem.written())
                .isTrue();
    }

    private boolean shows(String status, String detail) {
        boolean so = line.state().status() == Status.valueOf(status)
                && line.state().detail().contains(detail);
        if (so) {
            shown.skip();
        }
        return so;
    }

    /** So often and never more: until the end of the script, and long enough for one more to come. */
    private void times(String rest) throws InterruptedException {
        String[] words = rest.split(" ", 2);
        seen(rest);
        counted.put(words[1], Integer.valueOf(words[0]));
        Thread.sleep((long) QUIET * millisPerSecond);
    }

    private void counts(String command, int count) {
        assertThat(count(command)).as("%s in %s", command, modem.written()).isEqualTo(count);
    }

    /** At least so often. */
    private void seen(String rest) throws InterruptedException {
        String[] words = rest.split(" ", 2);
        int count = Integer.parseInt(words[0]);
        assertThat(intake.await(() -> count(words[1]) >= count, LIMIT))
                .as("%d times %s in %s", count, words[1], modem.written())
                .isTrue();
    }

    private long count(String command) {
        return modem.written().stream().filter(command::equals).count();
    }

    private SendOutcome send(String text) {
        return line.send(new Submission(outboxId++, new PhoneNumber("+84912345678"), text));
    }

    private static String outcome(SendOutcome outcome) {
        return (outcome.result() + " " + String.join(",", outcome.references()) + " " + outcome.reason()).strip();
    }
}
