package vn.mscore.hotline.house;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Asterisk itself says of its calls: the lines of its console at level 3, {@code Playing 'file'} for each file that it
 * has opened and plays, and each command it is given.
 */
public final class ExchangeLog {
    private static final String NAME = "played";
    private static final Pattern PLAYING =
            Pattern.compile("Playing '(?:hotline/)?(?<file>[^']+)\\.\\w+' (?!.*sample_offset [1-9])");
    private static final Pattern COMMAND = Pattern.compile("AGI Rx << (?<command>.+)");

    private final Path file;
    private long read;
    private String begun = "";

    private ExchangeLog(Path file) {
        this.file = file;
    }

    /** One deed: a file from its beginning, else a command. */
    public record Deed(Optional<String> played, String command) {}

    /** Has {@code exchange} write it down from now on. */
    public static ExchangeLog of(Exchange exchange) throws IOException, InterruptedException {
        exchange.ask("logger add channel " + NAME + " verbose(3)");
        exchange.ask("agi set debug on");
        Path file = exchange.home().resolve("log").resolve(NAME);
        if (!Gateway.await(Duration.ofSeconds(20), () -> Files.exists(file))) {
            throw new IllegalStateException("Asterisk writes no log of what it plays");
        }
        return new ExchangeLog(file);
    }

    /** What was done since the last time. */
    public List<Deed> next() throws IOException {
        List<Deed> deeds = new ArrayList<>();
        for (String line : lines()) {
            Matcher playing = PLAYING.matcher(line);
            Matcher command = COMMAND.matcher(line);
            if (playing.find()) {
                deeds.add(new Deed(Optional.of(playing.group("file")), ""));
            } else if (command.find()) {
                deeds.add(new Deed(Optional.empty(), command.group("command")));
            }
        }
        return deeds;
    }

    /** A line is not read before its end is there. */
    private List<String> lines() throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(read);
            byte[] fresh = new byte[(int) (log.length() - read)];
            log.readFully(fresh);
            read += fresh.length;
            begun += new String(fresh, StandardCharsets.ISO_8859_1);
        }
        int end = begun.lastIndexOf('\n') + 1;
        List<String> lines = begun.substring(0, end).lines().toList();
        begun = begun.substring(end);
        return lines;
    }
}
