package vn.mscore.hotline.desk.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A recorded conversation, line by line:
 *
 * <pre>
 * # comment                          set KEY = VALUE          (settings, first lines)
 * at 2026-08-17T09:30                at +3h  at +2d           (Vietnam time)
 * use khe-sanh                       (acts the lines of khe-sanh.stage)
 * person Lan 0912345678
 * unit CODE key=value ...            dossier CODE key=value ...   (fed as the authority feeds them; keys merge)
 * run JOB                            ticket {ticket} routed UNIT CATEGORY     ticket {ticket} answered
 * ticket {ticket2} merged {ticket}    ticket {ticket2} unmerged              ticket {ticket2} sealed
 * Lan> a text she sends              Lan>> a text sent while flooding
 * Lan late 2/2> what was missing in the newest text she sent
 * Lan< the text she gets             Lan< (nothing)
 * db select ... => value
 * call Lan                           call hidden            call Lan survey REFERENCE
 * call Lan queue-callback sealed     (who was in the secret lane before)
 * > press 1                          (what the caller does, as {@link vn.mscore.hotline.voice.ScriptedCall} reads it)
 * < say chao                         (what is said and asked)
 * = complaint {ticket} FEEDBACK HSQH (what came of the call)
 * packs vi bru pako                  operator minh op1      operator minh gone
 * stranded Lan words:FEEDBACK:HSQH: 12s [secret]
 * </pre>
 *
 * Ticket numbers are drawn at random: they are recorded as {ticket}, {ticket2} and so on.
 */
final class Conversation {
    private static final Pattern SAID = Pattern.compile("(\\w+)(>>?) ?(.*)");
    private static final Pattern LATE = Pattern.compile("(\\w+) late (\\d+/\\d+)> (.*)");
    private static final Pattern HEARD = Pattern.compile("\\w+< .*");
    private static final Pattern CALLED = Pattern.compile("[<>=!] .*");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

    private static final String SEALED = "sealed";

    private final List<String> lines;
    private final Map<String, String> persons = new HashMap<>();
    private final Tickets tickets = new Tickets();

    private Conversation(List<String> lines) {
        this.lines = lines;
    }

    static Conversation read(Path file) throws IOException {
        return new Conversation(Files.readAllLines(file));
    }

    /** Settings that the house must be opened with. */
    Map<String, String> settings() {
        return lines.stream()
                .filter(line -> line.startsWith("set "))
                .map(line -> line.substring(4).split(" = ", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    /** The time it begins. */
    Instant start() {
        return lines.stream()
                .filter(line -> line.startsWith("at 2"))
                .findFirst()
                .map(line -> instant(line.substring(3)))
                .orElseThrow();
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(7));
    }

    /** Plays it and returns it as it went: the same lines with what was really said. */
    List<String> play(Stage stage) {
        List<String> played = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("call ")) {
                played.addAll(call(line, script(i + 1), stage));
            } else if (!HEARD.matcher(line).matches() && !CALLED.matcher(line).matches()) {
                played.addAll(step(line, stage));
            }
        }
        return played;
    }

    /** What the caller does in the call that begins before line {@code from}. */
    List<String> script(int from) {
        return lines.subList(from, lines.size()).stream()
                .takeWhile(line ->
                        CALLED.matcher(line).matches() || HEARD.matcher(line).matches())
                .filter(line -> line.startsWith("> "))
                .map(line -> line.substring(2))
                .toList();
    }

    private List<String> call(String line, List<String> script, Stage stage) {
        List<String> played = new ArrayList<>(List.of(line));
        String[] word = line.split(" ");
        stage.call(
                        new Stage.Caller(
                                Optional.ofNullable(persons.get(word[1])),
                                word.length > 2 ? word[2] : "main",
                                Optional.of(word)
                                        .filter(words -> words.length > 3 && !words[3].equals(SEALED))
                                        .map(words -> words[3]),
                                word[word.length - 1].equals(SEALED)),
                        script.stream().map(tickets::real).toList())
                .forEach(said -> played.add(tickets.named(said)));
        played.addAll(heard(stage));
        return played;
    }

    private List<String> step(String line, Stage stage) {
        List<String> played = new ArrayList<>(List.of(line));
        Matcher said = SAID.matcher(line);
        if (line.isBlank() || line.startsWith("#") || line.startsWith("set ")) {
            return played;
        }
        if (line.startsWith("db ")) {
            String query = line.substring(3).replaceFirst(" => .*", "");
            return List.of("db " + query + " => " + stage.select(tickets.real(query)));
        }
        if (said.matches() && persons.containsKey(said.group(1))) {
            String text = unescape(tickets.real(said.group(3)));
            stage.receive(persons.get(said.group(1)), text, said.group(2).equals(">>"));
            played.addAll(answered(said.group(1), stage));
            return played;
        }
        Matcher late = LATE.matcher(line);
        if (late.matches()) {
            stage.late(persons.get(late.group(1)), late.group(2), unescape(late.group(3)));
            played.addAll(answered(late.group(1), stage));
            return played;
        }
        act(line, stage);
        played.addAll(heard(stage));
        return played;
    }

    private List<String> answered(String person, Stage stage) {
        List<String> heard = heard(stage);
        return heard.isEmpty() ? List.of(person + "< (nothing)") : heard;
    }

    private void act(String line, Stage stage) {
        String[] word = line.split(" ", 3);
        switch (word[0]) {
            case "use" -> use(word[1], stage);
            case "at" -> at(word[1], stage);
            case "person" -> persons.put(word[1], word[2]);
            case "unit" -> stage.unit(word[1], Values.of(word[2], persons));
            case "dossier" -> stage.dossier(word[1], Values.of(word[2], persons));
            case "ticket" -> stage.ticket(tickets.real(word[1]), tickets.real(word[2]));
            case "run" -> stage.run(word[1]);
            case "receipt" -> stage.receipt(tickets.real(word[1]), word[2]);
            case "sealed" -> stage.sealed(tickets.real(word[1]), word[2]);
            case "postpone" -> stage.postpone(word[1], word[2]);
            case "packs" -> stage.packs(List.of(line.split(" ")).subList(1, line.split(" ").length));
            case "survey" -> stage.survey(word[1], word[2]);
            case "settled" -> stage.settled(word[1], word[2]);
            case "queue" -> stage.queue(line.substring(6));
            case "operator" -> stage.operator(word[1], word[2]);
            case "stranded" -> stage.stranded(Optional.ofNullable(persons.get(word[1])), word[2]);
            default -> throw new IllegalArgumentException("cannot play: " + line);
        }
    }

    private void use(String name, Stage stage) {
        try {
            Files.readAllLines(Path.of("src/test/resources/desk", name + ".stage")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> act(line, stage));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void at(String time, Stage stage) {
        if (time.startsWith("+")) {
            String iso = time.endsWith("d") ? "P" + time.substring(1) : "PT" + time.substring(1);
            stage.clock().advance(Duration.parse(iso.toUpperCase(java.util.Locale.ROOT)));
        } else {
            stage.clock().set(instant(time));
        }
    }

    private List<String> heard(Stage stage) {
        return stage.sent().stream()
                .map(sent -> name(sent.phone()) + "< " + sent.when() + tickets.named(sent.text()))
                .toList();
    }

    private String name(String phone) {
        return persons.entrySet().stream()
                .filter(entry -> entry.getValue().equals(phone))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(phone);
    }

    private static String unescape(String text) {
        return ESCAPE.matcher(text.replace("\\n", "\n"))
                .replaceAll(match ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(match.group(1), 16))));
    }
}
