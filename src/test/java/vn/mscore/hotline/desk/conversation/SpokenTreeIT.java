package vn.mscore.hotline.desk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.desk.conversation.LineStage.Heard;

/**
 * Every prompt of the tree is heard on a real line: recorded calls that are enough for all of them are made by SIPp, and the
 * files that Asterisk says it plays are those of the sentences in the recorded conversation. {@code -Dconversation} as for
 * {@link ConversationsIT}.
 */
@Timeout(400)
class SpokenTreeIT {
    private static final Pattern TICKET = Pattern.compile("\\{(ticket\\d*|request)}");
    private static final String SLOW = "vi-cham/";
    private static final String PAUSE = "vi/im-lang";

    /** A line that does not work fails every call after a long wait: the rest is not tried. */
    private static final int PATIENCE = 3;

    private static int failures;
    private static RealLineCalls line;
    private static LineStage stage;
    private static Map<String, String> settings;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        line = RealLineCalls.open();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (stage != null) {
            stage.close();
            stage = null;
        }
        if (line != null) {
            line.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> asteriskPlaysWhatTheConversationsSay() throws IOException {
        List<RecordedCall> chosen = CallsOfTheTree.chosen();
        assertThat(CallsOfTheTree.heardIn(chosen)).containsAll(CallsOfTheTree.prompts());
        Map<Path, List<RecordedCall>> conversations = chosen.stream()
                .collect(Collectors.groupingBy(RecordedCall::file, LinkedHashMap::new, Collectors.toList()));
        return conversations.entrySet().stream()
                .filter(one -> one.getKey().toString().contains(System.getProperty("conversation", "")))
                .map(one -> DynamicTest.dynamicTest(
                        one.getKey().getFileName().toString(), () -> play(one.getKey(), one.getValue())));
    }

    private static void play(Path file, List<RecordedCall> calls) throws IOException {
        Conversation conversation = Conversation.read(file);
        LineStage house = stage(conversation);
        house.reset(
                conversation.start(), calls.stream().map(RecordedCall::number).toList());
        assertThat(failures).as("conversations that failed before this one").isLessThan(PATIENCE);
        failures++;
        conversation.play(house);
        Map<Integer, List<String>> played = new TreeMap<>();
        Map<Integer, List<String>> recorded = new TreeMap<>();
        for (RecordedCall call : calls) {
            Heard heard = house.heard().get(call.number());
            played.put(call.number(), heard.files());
            recorded.put(call.number(), files(call, heard.made()));
        }
        assertThat(lines(played)).isEqualTo(lines(recorded));
        failures--;
    }

    /** One house serves all conversations with the same settings. */
    private static LineStage stage(Conversation conversation) {
        if (stage == null || !settings.equals(conversation.settings())) {
            if (stage != null) {
                stage.close();
            }
            settings = conversation.settings();
            stage = new LineStage(conversation, line);
        }
        return stage;
    }

    private static String lines(Map<Integer, List<String>> calls) {
        return calls.entrySet().stream()
                .map(call -> "call " + (call.getKey() + 1) + "\n" + String.join("\n", call.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> files(RecordedCall call, Map<String, List<String>> made) {
        List<String> files = new ArrayList<>();
        for (String sentence : call.sentences()) {
            switch (sentence) {
                case RecordedCall.RECORDING -> files.add(sentence);
                case RecordedCall.BEEP -> files.add("vi/" + sentence);
                default ->
                    sounds(sentence, made).forEach(sound -> {
                        files.add(sound);
                        if (sentence.startsWith(SLOW)) {
                            files.add(PAUSE);
                        }
                    });
            }
        }
        return files;
    }

    /** Ticket numbers are drawn at random. */
    private static List<String> sounds(String sentence, Map<String, List<String>> made) {
        String numbers = TICKET.matcher(Pattern.quote(sentence)).replaceAll("\\\\E[0-9]{7,8}\\\\Q");
        return made.entrySet().stream()
                .filter(one -> one.getKey().matches(numbers))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(List.of("nobody says: " + sentence));
    }
}
