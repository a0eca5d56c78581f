package vn.mscore.hotline.sms.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.Waits;
import vn.mscore.hotline.sms.LineState.Status;

/** Whatever is thrown while the port is opened, the line says so and comes back when it can. */
@Waits
class FaultsOfTheOwnerTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    static Stream<Throwable> faults() {
        return Stream.of(
                new UnsatisfiedLinkError("/tmp/libjSerialComm.so: failed to map segment"),
                new NoClassDefFoundError("Could not initialize class com.fazecast.jSerialComm.SerialPort"),
                new OutOfMemoryError("unable to create native thread"),
                new StackOverflowError(),
                new IllegalStateException("a bug"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void theLineSaysSoAndComesBack(Throwable fault) throws Exception {
        ScriptedModem modem = new ScriptedModem(List.of());
        AtomicInteger opened = new AtomicInteger();
        ModemLine line = new ModemLine(
                settings(),
                () -> opened.incrementAndGet() > 2 ? modem.open() : thrown(fault),
                Executors.defaultThreadFactory(),
                CLOCK);
        ShownStates shown = ShownStates.listen();
        try {
            line.start(new RecordingIntake());
            assertThat(Gateway.await(LIMIT, () -> shown.next("LOST", "see the log")))
                    .as("%s", line.state())
                    .isTrue();
            assertThat(Gateway.await(LIMIT, () -> line.state().status() == Status.READY))
                    .as("%s", line.state())
                    .isTrue();
        } finally {
            line.stop();
            shown.close();
        }
    }

    private ModemSettings settings() {
        ModemAddress address = new ModemAddress("tcp://127.0.0.1:1");
        return new ModemSettings("m1", address, Optional.empty(), "*101#", folder, 20, 600, new Patience(75));
    }

    @Test
    void aPortThatCannotBeReadForWantOfAThreadIsFreed() throws Exception {
        ScriptedModem modem = new ScriptedModem(List.of());
        WrittenAt port = new WrittenAt();
        AtomicInteger made = new AtomicInteger();
        ModemLine line = new ModemLine(
                settings(), port.over(modem), work -> made.incrementAndGet() == 2 ? none() : new Thread(work), CLOCK);
        line.start(new RecordingIntake());
        try {
            assertThat(Gateway.await(LIMIT, () -> line.state().status() == Status.READY))
                    .as("%s", line.state())
                    .isTrue();
            assertThat(port.closed()).isEqualTo(1);
        } finally {
            line.stop();
        }
    }

    private static Thread none() {
        throw new OutOfMemoryError("unable to create native thread");
    }

    private static AtPort thrown(Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) fault;
    }
}
