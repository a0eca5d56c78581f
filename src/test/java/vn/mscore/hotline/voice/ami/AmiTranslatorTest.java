package vn.mscore.hotline.voice.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.voice.MissedRing;
import vn.mscore.hotline.voice.QueueChanged;
import vn.mscore.hotline.voice.ami.AmiEvent.Kind;

/** What events of the exchange come to, one second between each. */
class AmiTranslatorTest {
    private static final Instant START = Instant.parse("2026-08-07T02:30:00Z");

    @TestFactory
    Stream<DynamicTest> stories() {
        return Stream.of(
                story("a caller waits and is put through", "JOINED LEFT CONNECTED ENDED", "JOINED CONNECTED"),
                story("a caller hangs up while waiting", "JOINED ABANDONED LEFT ENDED", "JOINED ABANDONED"),
                story("the exchange tells it the other way round", "JOINED LEFT ABANDONED ENDED", "JOINED ABANDONED"),
                story("a caller presses the key and stays on the line", "JOINED LEFT BORN BORN BORN", "JOINED LEFT"),
                story("a caller presses the key and hangs up at once", "JOINED LEFT ENDED", "JOINED LEFT"),
                story("a caller leaves and comes back", "JOINED LEFT JOINED BORN BORN BORN", "JOINED JOINED"),
                story("a call that never waits", "BORN ENDED", ""),
                story("answers to orders are not the queue's", "ORIGINATED FAR_END", ""));
    }

    private static DynamicTest story(String name, String events, String steps) {
        return DynamicTest.dynamicTest(name, () -> {
            AmiTranslator translator = new AmiTranslator();
            List<String> told = new ArrayList<>();
            Instant now = START;
            for (String kind : events.split(" ")) {
                translator
                        .translate(AmiEvent.of(Kind.valueOf(kind), "1.1"), now)
                        .forEach(fact -> note(fact, told));
                now = now.plusSeconds(1);
                translator.due(now).forEach(fact -> note(fact, told));
            }
            assertThat(String.join(" ", told)).isEqualTo(steps);
            assertThat(translator.settled()).isTrue();
        });
    }

    private static void note(Object fact, List<String> told) {
        told.add(((QueueChanged) fact).step().name());
    }

    @TestFactory
    Stream<DynamicTest> missedRings() {
        return Stream.of(
                        "0912345678=+84912345678",
                        "+84912345678=+84912345678",
                        "2333852123=+842333852123",
                        "2522345678=",
                        "1234567890=",
                        "=",
                        "113=",
                        "900=")
                .map(row -> row.split("=", 2))
                .map(row -> DynamicTest.dynamicTest("shown as '" + row[0] + "'", () -> {
                    Optional<PhoneNumber> caller =
                            Optional.of(row[1]).filter(text -> !text.isEmpty()).map(PhoneNumber::new);
                    assertThat(new AmiTranslator().translate(new AmiEvent(Kind.MISSED, "1.1", row[0], 0), START))
                            .isEqualTo(List.of(new MissedRing("1.1", caller, START)));
                }));
    }
}
