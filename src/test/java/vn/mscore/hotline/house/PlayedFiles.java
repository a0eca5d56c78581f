package vn.mscore.hotline.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sound files the gateway orders to be played, as they pass to Asterisk on loopback, by tcpdump (root). */
final class PlayedFiles implements AutoCloseable {
    /** The head of a packet of tcpdump, and the command in its body. */
    private static final Pattern LINE = Pattern.compile(
            "IP 127\\.0\\.0\\.1\\.\\d+ > 127\\.0\\.0\\.1\\.(\\d+):|STREAM FILE \"?(?:hotline/)?([^\" ]+)");

    /** "STRE", the first bytes of the body of a packet. */
    private static final String ORDERED = " and tcp[((tcp[12:1] & 0xf0) >> 2):4] = 0x53545245";

    private final Process process;
    private final Path heard;

    private PlayedFiles(Path folder, int agi) throws IOException {
        heard = folder.resolve("played.txt");
        process = new ProcessBuilder(
                        "tcpdump",
                        "-i",
                        "lo",
                        "-n",
                        "-l",
                        "-A",
                        "-s",
                        "512",
                        "-Z",
                        "root",
                        "tcp src port " + agi + ORDERED)
                .redirectErrorStream(true)
                .redirectOutput(heard.toFile())
                .start();
    }

    /** Listens from now on to what the gateway at {@code agi} orders. */
    static PlayedFiles on(Path folder, int agi) throws IOException, InterruptedException {
        AptTool.require("/usr/bin/tcpdump", "tcpdump");
        PlayedFiles played = new PlayedFiles(folder, agi);
        if (!Gateway.await(Duration.ofSeconds(60), () -> played.text().contains("listening"))) {
            throw new IllegalStateException("tcpdump does not listen: " + played.text());
        }
        return played;
    }

    private String text() {
        try {
            return Files.readString(heard, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    /** The files of each call so far, in order. */
    List<List<String>> calls() {
        Map<String, List<String>> calls = new LinkedHashMap<>();
        String call = "";
        Matcher found = LINE.matcher(text());
        while (found.find()) {
            if (found.group(1) == null) {
                calls.computeIfAbsent(call, port -> new ArrayList<>()).add(found.group(2));
            } else {
                call = found.group(1);
            }
        }
        return List.copyOf(calls.values());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(10, TimeUnit.SECONDS);
        process.destroyForcibly();
    }
}
