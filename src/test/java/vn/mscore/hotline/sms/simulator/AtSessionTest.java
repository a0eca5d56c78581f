package vn.mscore.hotline.sms.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Plays the recorded sessions of {@code session.at}: what a person types and what a real modem would say. */
class AtSessionTest {
    @TestFactory
    Stream<DynamicTest> modemAnswersAsRecorded() {
        return cases().stream().map(c -> DynamicTest.dynamicTest(c.name, () -> play(c)));
    }

    private record Case(String name, List<String> lines) {}

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        try (var in = AtSessionTest.class.getResourceAsStream("/sms/simulator/session.at")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("# ")) {
                    cases.add(new Case(line.substring(2), new ArrayList<>()));
                } else if (!line.isBlank()) {
                    cases.get(cases.size() - 1).lines.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(cases).hasSizeGreaterThan(20);
        return cases;
    }

    private static void play(Case recorded) throws IOException {
        try (Bench bench = new Bench();
                AtUser user = bench.user()) {
            for (String line : recorded.lines) {
                String rest = line.length() > 2 ? line.substring(2) : "";
                switch (line.charAt(0)) {
                    case '>' -> user.type(rest + "\r");
                    case '^' -> user.type(rest + "\u001a");
                    case '!' -> user.type(rest + "\u001b");
                    case '?' -> user.untilPrompt();
                    case '=' -> bench.network.text(Bench.LAN, Bench.MODEM, rest);
                    case '*' -> turn(bench, rest);
                    default -> assertThat(user.next()).isEqualTo(rest);
                }
            }
            user.type("AT+CGSN\r");
            assertThat(user.answer("AT+CGSN")).containsExactly("356938035643809", "OK");
        }
    }

    private static void turn(Bench bench, String words) {
        String[] parts = words.split(" ");
        bench.switches.set(Switch.of(parts[0]).orElseThrow(), Integer.parseInt(parts[1]));
    }
}
