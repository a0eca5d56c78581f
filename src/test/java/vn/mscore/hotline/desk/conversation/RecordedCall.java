package vn.mscore.hotline.desk.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One call of a recorded conversation.
 *
 * @param file the conversation
 * @param number which of its calls, from 0
 * @param lines both sides, as recorded
 */
record RecordedCall(Path file, int number, List<String> lines) {
    private static final Path RECORDINGS = Path.of("src/test/resources/desk");
    private static final Pattern TALK = Pattern.compile("[<>] .*");
    private static final Pattern GAP = Pattern.compile("\\[[^]]*]");
    private static final Pattern SAID = Pattern.compile("< (say|ask \\d+) (?=\\S)");

    /** What a caller hears of the own words. */
    static final String RECORDING = "recording";

    /** Before each recording. */
    static final String BEEP = "bip";

    private static final String PRESS = "> press ";
    private static final String PAUSE = "im-lang";

    /** What happens when somebody does not wait for the end of what is said depends on the moment: that is tested by hand. */
    private static final Pattern MOMENT = Pattern.compile("cut in .*|hang up while speaking|.* cut off");

    /** All of all conversations. */
    static List<RecordedCall> all() throws IOException {
        try (Stream<Path> files = Files.list(RECORDINGS)) {
            return files.filter(file -> file.toString().endsWith(".call"))
                    .sorted()
                    .flatMap(file -> of(file).stream())
                    .toList();
        }
    }

    private static List<RecordedCall> of(Path file) {
        List<RecordedCall> calls = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("call ")) {
                    lines = new ArrayList<>();
                    calls.add(new RecordedCall(file, calls.size(), lines));
                } else if (TALK.matcher(line).matches()) {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return calls;
    }

    /** The sentences in order, {@code doc-qua-han [so 2608040002] [n 4]}; {@code recording} for what the caller said. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("< record ")) {
                sentences.add(BEEP);
            } else if (SAID.matcher(line).lookingAt()) {
                sentences.addAll(sentences(SAID.matcher(line).replaceFirst("")));
            }
        }
        return sentences;
    }

    /** Slow speech has a pause behind every piece, which belongs to no sentence. */
    private static List<String> sentences(String said) {
        return Stream.of(said.replaceAll("(^| )" + PAUSE + "(?= |$)", "")
                        .replaceAll("recording:\\S+", RECORDING)
                        .strip()
                        .split(" (?![^\\[]*])(?!\\[)"))
                .toList();
    }

    /** The prompts that are heard in it. */
    Set<String> prompts() {
        return sentences().stream()
                .map(sentence -> GAP.matcher(sentence).replaceAll("").strip().replaceFirst(".*/", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a real call goes the same way whatever the moment of a key. */
    boolean isSureOnTheLine() {
        int most = 0;
        boolean complete = false;
        for (String line : lines) {
            if (line.startsWith("< ask ")) {
                most = Integer.parseInt(line.split(" ")[2]);
            } else if (line.startsWith(PRESS)) {
                String keys = line.substring(PRESS.length());
                if (isTooMuch(keys, most) || complete && keys.equals("#")) {
                    return false;
                }
                complete = keys.length() == most;
            } else if (line.startsWith("> ")
                    && MOMENT.matcher(line.substring(2)).matches()) {
                return false;
            }
        }
        return true;
    }

    /** More keys than are asked for, or a correction. A hash soon after the last key of an entry is its end: see AfterEntry. */
    private static boolean isTooMuch(String keys, int most) {
        return keys.replaceFirst("#$", "").length() > most || keys.indexOf('*') > 0;
    }

    /** About how long it takes on a line, in milliseconds. */
    int cost() {
        int cost = 500;
        for (String line : lines) {
            if (line.startsWith("< ")) {
                cost += 40 * line.split(" ").length;
            } else if (line.startsWith(PRESS)) {
                cost += 160 * line.length();
            } else {
                cost += line.equals("> hang up") ? 0 : 3500;
            }
        }
        return cost;
    }

    @Override
    public String toString() {
        return file.getFileName() + " call " + (number + 1);
    }
}
