package vn.mscore.hotline.desk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Plays every recorded conversation by text and by telephone; {@code -Dupdate} writes down what was really said,
 * {@code -Dconversation=part-of-a-name} plays some.
 */
class ConversationsIT {
    private static HouseStage stage;
    private static Map<String, String> settings;
    private static final Path RECORDINGS = Path.of("src/test/resources/desk");

    @TestFactory
    Stream<DynamicTest> conversationsGoAsRecorded() throws IOException {
        return recordings().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> play(file)));
    }

    /** One house serves all conversations with the same settings. */
    private static HouseStage stage(Conversation conversation) {
        if (stage == null || !settings.equals(conversation.settings())) {
            close();
            settings = conversation.settings();
            stage = new HouseStage(conversation.start(), settings);
        } else {
            stage.reset(conversation.start());
        }
        return stage;
    }

    @AfterAll
    static void close() {
        if (stage != null) {
            stage.close();
            stage = null;
        }
    }

    private static List<Path> recordings() throws IOException {
        try (Stream<Path> files = Files.list(RECORDINGS)) {
            return files.filter(file -> file.toString().matches(".*\\.(sms|call)"))
                    .filter(file -> file.toString().contains(System.getProperty("conversation", "")))
                    .sorted()
                    .toList();
        }
    }

    private static void play(Path file) throws IOException {
        Conversation conversation = Conversation.read(file);
        List<String> played = conversation.play(stage(conversation));
        if (System.getProperty("update") != null) {
            Files.write(file, played);
        }
        assertThat(String.join("\n", played)).isEqualTo(String.join("\n", Files.readAllLines(file)));
    }
}
