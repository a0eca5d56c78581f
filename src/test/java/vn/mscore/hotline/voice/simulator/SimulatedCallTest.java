package vn.mscore.hotline.voice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.voice.CallContract;
import vn.mscore.hotline.voice.CallFlow;
import vn.mscore.hotline.voice.CallStart;
import vn.mscore.hotline.voice.CallerGone;
import vn.mscore.hotline.voice.Entry;
import vn.mscore.hotline.voice.RecordingOrder;
import vn.mscore.hotline.voice.SpoolRecorder;

/** The call of the handset page keeps to the contract of calls. */
class SimulatedCallTest extends CallContract {
    private static final CallStart START = new CallStart(
            "sim-1",
            "main",
            PhoneNumber.parse("0912345678"),
            Optional.empty(),
            Instant.parse("2026-08-20T02:00:00Z"),
            false);

    private final CallWire wire = new CallWire(Duration.ofSeconds(30), 40);

    @TempDir
    private Path spool;

    private SpoolRecorder recorder;
    private SimulatedCall call;

    @BeforeEach
    void dial() {
        recorder = new SpoolRecorder(spool);
        call = new SimulatedCall(START, wire, recorder);
    }

    @Override
    protected void talk(CallFlow flow, String... lines) {
        Thread page = new Thread(new PageCaller(wire, lines), "page");
        page.start();
        try {
            flow.run(call);
        } catch (CallerGone e) {
            assertThat(wire.isGone()).isTrue();
        } finally {
            wire.tell(CallEvent.Kind.OVER, List.of(), java.util.Map.of());
        }
        try {
            page.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(page.isAlive()).isFalse();
    }

    @Test
    void whatWasSaidIsKeptAsTheFileOfATelephone() throws IOException {
        talk(flow(one -> one.record(RecordingOrder.message("complaint:HSQH"))), "speak 3s #");
        assertThat(recorder.taken()).hasSize(1);
        byte[] wav = Files.readAllBytes(recorder.spool(recorder.taken().get(0).id()));
        assertThat(HexFormat.of().formatHex(wav, 0, 44))
                .isEqualTo("52494646a4bb000057415645666d7420100000000100010"
                        + "0401f0000803e0000020010006461746180bb0000");
    }

    @Test
    void noWordIsLostThatIsSaidRightBeforeTheKey() {
        String[] lines = Collections.nCopies(200, "speak 2s #").toArray(String[]::new);
        RecordingOrder order = RecordingOrder.message("complaint:HSQH");
        talk(
                flow(one -> {
                    for (int i = 0; i < lines.length; i++) {
                        assertThat(one.record(order).spoken()).as("%s", i).isTrue();
                    }
                }),
                lines);
    }

    @Test
    void aPageThatFallsSilentHasHungUp() {
        CallWire dead = new CallWire(Duration.ofMillis(50));
        assertThat(dead.until(() -> false, Duration.ofSeconds(20))).isTrue();
        assertThat(dead.isGone()).isTrue();
    }

    @Test
    void aKeyCutsWhatIsBeingSaidForThePageToo() {
        talk(flow(one -> one.say(MENU)), "cut in 4");
        assertThat(wire.after(0)).extracting(CallEvent::kind).startsWith(CallEvent.Kind.SAY, CallEvent.Kind.CUT);
        assertThat(wire.after(1).get(0).facts()).containsEntry("event", "1");
    }

    @Test
    void thePageIsToldHowManyKeysAreWanted() {
        talk(flow(one -> one.ask(MENU, Entry.upTo(10))), "press 1#");
        assertThat(wire.after(0).get(0).facts()).containsEntry("most", "10");
    }
}
