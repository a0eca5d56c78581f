package vn.mscore.hotline.desk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Security row 93: the line drops at every prompt of a walk through the whole tree. Nothing fails, what was spoken is a
 * case, and where the call may go on later its place is kept.
 */
class HangUpIT {
    private static final Path WALKS = Path.of("src/test/resources/desk/hang-up.walks");
    private static final Path STAGE = Path.of("src/test/resources/desk/hang-up.stage");
    private static HouseStage stage;

    @BeforeAll
    static void open() throws IOException {
        Conversation before = Conversation.read(STAGE);
        stage = new HouseStage(before.start(), Map.of());
        before.play(stage);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    /** Each line: what the caller does, by semicolons; {@code =>} the place kept when the line drops at the end. */
    @TestFactory
    Stream<DynamicTest> hangUpAtEveryPromptLosesNothing() throws IOException {
        List<DynamicTest> all = new ArrayList<>();
        for (String line : Files.readAllLines(WALKS)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                List<String> deeds = List.of(line.split("; *"));
                IntStream.rangeClosed(0, deeds.size())
                        .mapToObj(dropped -> test(line, deeds, dropped))
                        .forEach(all::add);
            }
        }
        return all.stream();
    }

    private static DynamicTest test(String line, List<String> deeds, int after) {
        return DynamicTest.dynamicTest("after " + after + " of: " + line, () -> drop(deeds.subList(0, after)));
    }

    private static void drop(List<String> deeds) {
        stage.forgetCall();
        List<String> script = new ArrayList<>(deeds);
        script.add("hang up");
        List<String> played =
                stage.call(new Stage.Caller(Optional.of("0912345678"), "main", Optional.empty(), false), script);
        assertThat(played).noneMatch(said -> said.startsWith("! the script"));
        long spoken = deeds.stream().filter(deed -> deed.startsWith("speak ")).count();
        long takenBack = deeds.stream().filter(deed -> deed.equals("press *")).count();
        long cases =
                played.stream().filter(said -> said.startsWith("= complaint")).count();
        assertThat(cases).as(String.join("\n", played)).isEqualTo(Math.max(0, spoken - takenBack));
        boolean sealed = played.stream().anyMatch(said -> said.contains("hd-to-cao"));
        String kept = stage.select("select count(*) from desk_dialogue");
        if (sealed) {
            assertThat(kept).as(String.join("\n", played)).isEqualTo("0");
        } else if (deeds.size() == 1 && deeds.get(0).matches("press [1-5]")) {
            assertThat(kept).as(String.join("\n", played)).isEqualTo("1");
        }
    }
}
