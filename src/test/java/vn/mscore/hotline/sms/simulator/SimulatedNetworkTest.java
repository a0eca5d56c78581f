package vn.mscore.hotline.sms.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.sms.simulator.PhoneMessage.Alphabet;
import vn.mscore.hotline.sms.simulator.PhoneMessage.Direction;
import vn.mscore.hotline.sms.simulator.PhoneMessage.Stage;

class SimulatedNetworkTest {
    private static final String HOA = "+84987654321";
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final byte[] TO_LAN = HexFormat.of().parseHex("21000B914819325476F80000024822");

    private final Bench bench = new Bench();

    @AfterEach
    void clear() {
        bench.close();
    }

    @Test
    void aTextIsPricedByItsPartsAndAlphabet() {
        assertThat(sent("TC H50.15-260814-0012")).isEqualTo(List.of(1, 350, Alphabet.GSM7));
        assertThat(sent("x".repeat(161))).isEqualTo(List.of(2, 700, Alphabet.GSM7));
        assertThat(sent("ồ".repeat(71))).isEqualTo(List.of(2, 700, Alphabet.UCS2));
    }

    private List<Object> sent(String text) {
        long id = bench.network.text(Bench.LAN, Bench.MODEM, text);
        PhoneMessage message = bench.network.message(id).orElseThrow();
        return List.of(message.parts(), message.price(), message.alphabet());
    }

    @Test
    void numbersAreOneHoweverTheyAreWritten() {
        bench.network.text("0912 345 678", Bench.MODEM, "HD");
        bench.network.text("84912345678", Bench.MODEM, "HD");
        assertThat(bench.network.phones()).containsExactly(Bench.LAN);
        assertThat(bench.network.messages("0912345678")).hasSize(2);
    }

    @Test
    void theWayOfAQuestionAndItsAnswerIsSeenStepByStep() throws Exception {
        try (AtUser user = bench.readyUser()) {
            long question = bench.network.text(Bench.LAN, Bench.MODEM, "HD");
            user.ask("AT+CMGR=1");
            user.ask("AT+CMGD=1");
            user.send(TO_LAN);
            PhoneMessage answer =
                    bench.network.awaitReceived(Bench.LAN, 1, LIMIT).get(0);
            assertThat(user.next()).isEqualTo("+CDS: 25");
            assertThat(stages(question))
                    .containsExactly(Stage.IN_THE_AIR, Stage.IN_MODEM, Stage.READ, Stage.STORED, Stage.ANSWERED);
            assertThat(stages(answer.id())).containsExactly(Stage.SUBMITTED, Stage.ARRIVED, Stage.REPORTED);
            assertThat(answer.answers()).contains(question);
            assertThat(bench.network.message(question).orElseThrow().answers()).contains(answer.id());
        }
    }

    private List<Stage> stages(long id) {
        return bench.network.message(id).orElseThrow().steps().stream()
                .map(PhoneMessage.Step::stage)
                .toList();
    }

    @Test
    void partsOfALongAnswerBecomeOneMessageInAnyOrder() throws Exception {
        try (AtUser user = bench.readyUser()) {
            user.send(HexFormat.of().parseHex("41000B914819325476F80008080500037702020044"));
            assertThat(bench.network.messages(Bench.LAN)).singleElement().satisfies(half -> {
                assertThat(half.text()).isEqualTo("D");
                assertThat(half.isDone()).isFalse();
            });
            user.send(HexFormat.of().parseHex("41000B914819325476F80008080500037702010048"));
        }
        assertThat(bench.network.messages(Bench.LAN)).singleElement().satisfies(whole -> {
            assertThat(whole.text()).isEqualTo("HD");
            assertThat(whole.parts()).isEqualTo(2);
            assertThat(whole.isDone()).isTrue();
        });
    }

    @Test
    void twoModemsTextEachOther() throws Exception {
        ModemSettings second = ModemSettings.of("+84961000002", 10);
        Clock clock = Clock.systemUTC();
        try (SimulatedModem other = new SimulatedModem(
                        second,
                        bench.network,
                        new Switches(),
                        new SimulatedModem.ModemClockwork(clock, Executors.defaultThreadFactory()));
                AtUser user = bench.readyUser()) {
            other.start();
            assertThat(user.send(HexFormat.of().parseHex("01000B914869010000F20000024822")))
                    .containsExactly("+CMGS: 0", "OK");
            try (AtUser reader = new AtUser(other.port())) {
                reader.ask("ATE0");
                assertThat(reader.ask("AT+CMGL=4").get(1)).contains("0B914888081808F8", "024822");
            }
        }
    }

    @Test
    void watchersHearEveryStep() {
        List<Stage> heard = new CopyOnWriteArrayList<>();
        bench.network.watch(message -> heard.add(message.stage()));
        bench.network.text(HOA, Bench.MODEM, "HD");
        assertThat(heard).containsExactly(Stage.IN_THE_AIR, Stage.IN_MODEM);
    }

    @Test
    void aTextToAModemThatIsNotThereWaits() {
        long id = bench.network.text(HOA, "+84961000009", "HD");
        PhoneMessage message = bench.network.message(id).orElseThrow();
        assertThat(message.stage()).isEqualTo(Stage.WAITING);
        assertThat(message.direction()).isEqualTo(Direction.SENT);
        assertThat(message.answers()).isEqualTo(Optional.empty());
    }
}
