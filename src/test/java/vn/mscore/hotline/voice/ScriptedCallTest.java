package vn.mscore.hotline.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptedCallTest extends CallContract {
    private static final Instant AT = Instant.parse("2026-08-17T02:30:00Z");

    @Override
    protected void talk(CallFlow flow, String... lines) {
        ScriptedCall call = ScriptedCall.of("main", "0912345678", AT, lines).run(flow);
        assertThat(call.unused()).isEmpty();
    }

    @Test
    void bothSidesAreWrittenDown() {
        ScriptedCall call = ScriptedCall.of("main", "0912345678", AT, "cut in 1", "speak 12s #")
                .run(flow(c -> {
                    c.say(MENU);
                    c.ask(MENU, Entry.oneKey());
                    c.inSecret(true);
                    Recorded recorded = c.record(RecordingOrder.secretMessage("tip"));
                    c.say(Speech.silent().then(new Speech(List.of(Sound.recording(recorded.id())))));
                    c.leave(Exit.TO_QUEUE);
                }));
        assertThat(call.transcript())
                .containsExactly(
                        "< say vi/menu-1 vi/menu-2",
                        "> cut in 1",
                        "< ask 1 vi/menu-1 vi/menu-2",
                        "< record tip secret",
                        "> speak 12s #",
                        "< say recording:00000000-0000-4000-8000-000000000001",
                        "< leave TO_QUEUE");
        assertThat(call.exit()).contains(Exit.TO_QUEUE);
    }

    @Test
    void aScriptThatEndsBeforeTheFlowFailsTheTest() {
        ScriptedCall call = ScriptedCall.of("main", null, AT);
        assertThatThrownBy(() -> call.run(flow(c -> c.ask(MENU, Entry.oneKey()))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ask 1 vi/menu-1");
    }

    @Test
    void aFlowThatGoesOnAfterLeavingFailsTheTest() {
        ScriptedCall call = ScriptedCall.of("main", null, AT);
        assertThatThrownBy(() -> call.run(flow(c -> {
                    c.leave(Exit.HANG_UP);
                    c.say(MENU);
                })))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aHiddenNumberIsNobodys() {
        assertThat(ScriptedCall.of("main", null, AT).start().caller()).isEmpty();
    }
}
