package vn.mscore.hotline.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A configuration file of Asterisk as its lines without comments, each with the section it stands in. */
record Conf(String name, List<Line> lines) {
    private static final Pattern SECTION = Pattern.compile("\\[([^\\]]*)\\].*");
    private static final Pattern SETTING = Pattern.compile("([^=]*?)\\s*=>?\\s*(.*)");
    private static final Pattern STEP = Pattern.compile("(?:[^,]*,)?\\s*(?:\\d+|n)(?:\\([a-z-]+\\))?,(.*)");

    /** A line. */
    record Line(String section, String key, String value) {
        @Override
        public String toString() {
            return "[" + section + "] " + key + " = " + value;
        }
    }

    /** Reads {@code text}. */
    static Conf parse(String name, String text) {
        List<Line> lines = new ArrayList<>();
        String section = "";
        for (String raw : text.split("\n")) {
            String line = raw.replaceAll("(?<!\\\\);.*", "").trim();
            Matcher head = SECTION.matcher(line);
            Matcher setting = SETTING.matcher(line);
            if (head.matches()) {
                section = head.group(1);
                lines.add(new Line(section, "", ""));
            } else if (setting.matches()) {
                lines.add(new Line(section, setting.group(1).trim(), setting.group(2)));
            }
        }
        return new Conf(name, List.copyOf(lines));
    }

    /** All values of {@code key}, in any section. */
    List<String> all(String key) {
        return lines.stream()
                .filter(line -> line.key().equals(key))
                .map(Line::value)
                .toList();
    }

    /** The values of {@code key} in {@code section}. */
    List<String> all(String section, String key) {
        return lines.stream()
                .filter(line -> line.section().equals(section) && line.key().equals(key))
                .map(Line::value)
                .toList();
    }

    /** The blocks of a file in which sections repeat (PJSIP), each as its settings. */
    List<Map<String, String>> blocks() {
        List<Map<String, String>> blocks = new ArrayList<>();
        for (Line line : lines) {
            if (line.key().isEmpty()) {
                blocks.add(new TreeMap<>(Map.of("name", line.section())));
            } else if (!blocks.isEmpty()) {
                blocks.get(blocks.size() - 1).put(line.key(), line.value());
            }
        }
        return blocks;
    }

    /** What a dialplan runs, one application after the other: {@code Goto(entry,s,1)}. */
    Stream<Line> steps() {
        return lines.stream()
                .filter(line -> line.key().equals("exten") || line.key().equals("same"))
                .map(line -> {
                    Matcher step = STEP.matcher(line.value());
                    return new Line(line.section(), line.key(), step.matches() ? step.group(1) : line.value());
                });
    }
}
