package vn.mscore.hotline.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.mscore.hotline.crash.HistoryEvent.Kind;

/** Reads the histories of a folder, one JSON object a line: the modem's and those of {@link HistoryFile}. */
final class Histories {
    private static final Pattern NUMBER = Pattern.compile("\"(seq|part|value|at)\":(-?\\d+)");
    private static final Pattern TEXT =
            Pattern.compile("\"(event|where|token)\":\"((?:[^\"\\\\]|\\\\u[0-9a-f]{4})*)\"");
    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-f]{4})");

    /** What a history says of things that are no citizen's messages: it is left out. */
    private static final Map<String, Kind> KINDS = Map.of(
            "delivered", Kind.DELIVERED,
            "deleted", Kind.DELETED,
            "handed", Kind.HANDED,
            "answered", Kind.ANSWERED,
            "submitted", Kind.SUBMITTED,
            "stored?", Kind.WITNESSED_STORED,
            "sending?", Kind.WITNESSED_SENDING);

    private Histories() {}

    /** All events of all {@code *.jsonl} files; a half-written last line is a simulator that was stopped, and left out. */
    static List<HistoryEvent> read(Path folder) throws IOException {
        List<HistoryEvent> events = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    if (line.endsWith("}") && !line.contains("\"report\":true")) {
                        add(events, line);
                    }
                }
            }
        }
        return events;
    }

    private static void add(List<HistoryEvent> events, String line) {
        Kind kind = KINDS.get(text(line, "event"));
        if (kind != null) {
            events.add(new HistoryEvent(
                    kind, text(line, "token"), text(line, "where"), (int) number(line, "value"), number(line, "at")));
        }
    }

    private static String text(String line, String field) {
        Matcher matcher = TEXT.matcher(line);
        while (matcher.find()) {
            if (matcher.group(1).equals(field)) {
                return ESCAPED.matcher(matcher.group(2))
                        .replaceAll(escaped -> Matcher.quoteReplacement(
                                Character.toString((char) Integer.parseInt(escaped.group(1), 16))));
            }
        }
        return "";
    }

    private static long number(String line, String field) {
        Matcher matcher = NUMBER.matcher(line);
        while (matcher.find()) {
            if (matcher.group(1).equals(field)) {
                return Long.parseLong(matcher.group(2));
            }
        }
        return 0;
    }
}
