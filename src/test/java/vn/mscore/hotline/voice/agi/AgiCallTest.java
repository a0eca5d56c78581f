package vn.mscore.hotline.voice.agi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.voice.CallContract;
import vn.mscore.hotline.voice.CallFlow;
import vn.mscore.hotline.voice.CallerGone;
import vn.mscore.hotline.voice.Entry;
import vn.mscore.hotline.voice.Exit;
import vn.mscore.hotline.voice.Keys;
import vn.mscore.hotline.voice.Recorded;
import vn.mscore.hotline.voice.Recorded.End;
import vn.mscore.hotline.voice.RecordingOrder;
import vn.mscore.hotline.voice.Sound;
import vn.mscore.hotline.voice.Speech;

/** The contract over AGI bytes, and what goes over the wire. */
class AgiCallTest extends CallContract {
    private static final Speech CODE = Speech.of(List.of("vi/nhap-ma"));

    @Override
    protected void talk(CallFlow flow, String... lines) {
        assertThat(exchange(flow, new ScriptedExchange(lines)).unused()).isEmpty();
    }

    /** Runs the flow over a socket; a failure in it is the test's. */
    private static ScriptedExchange exchange(CallFlow flow, ScriptedExchange exchange) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        CallFlow watched = flow(call -> {
            try {
                flow.run(call);
            } catch (AssertionError e) {
                failure.set(e);
            }
        });
        try (Door door = Door.open(watched)) {
            exchange.call(
                    door.address(), ScriptedExchange.request("main", "1787000000.1", "0912345678", door.secret()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (failure.get() != null) {
            throw new AssertionError(exchange.commands().toString(), failure.get());
        }
        return exchange;
    }

    @Test
    void aWholeConversationOverTheWire() {
        ScriptedExchange exchange = exchange(
                flow(call -> {
                    call.say(Speech.of(List.of("vi/chao")));
                    call.ask(MENU, Entry.oneKey());
                    call.ask(CODE, Entry.upTo(10));
                    call.leave(Exit.TO_QUEUE);
                }),
                new ScriptedExchange("press 1", "press 2608140012#"));
        assertThat(exchange.commands())
                .containsExactly(
                        "ANSWER",
                        "STREAM FILE \"hotline/vi/chao\" \"0123456789*#\" 0",
                        "STREAM FILE \"hotline/vi/menu-1\" \"0123456789*#\" 0",
                        "STREAM FILE \"hotline/vi/menu-2\" \"0123456789*#\" 0",
                        "WAIT FOR DIGIT 8000",
                        "STREAM FILE \"hotline/vi/nhap-ma\" \"0123456789*#\" 0",
                        "WAIT FOR DIGIT 8000",
                        "GET DATA \"\" 4000 9",
                        "SET VARIABLE \"HOTLINE_VERDICT\" \"to-queue\"");
    }

    @Test
    void itRingsUntilThereIsSomethingToSay() {
        ScriptedExchange exchange = exchange(
                flow(call -> {
                    call.inSecret(true);
                    call.tell(CODE);
                    call.record(RecordingOrder.secretMessage("tip"));
                    call.leave(Exit.HANG_UP);
                }),
                new ScriptedExchange("speak 4s #"));
        assertThat(exchange.commands())
                .startsWith(
                        "SET VARIABLE \"HOTLINE_LANE\" \"sealed\"",
                        "ANSWER",
                        "STREAM FILE \"hotline/vi/nhap-ma\" \"\" 0")
                .containsOnlyOnce("ANSWER");
    }

    @Test
    void theFirstKeyCutsAQuestionShortAndTheRestFollows() {
        ScriptedExchange exchange = exchange(
                flow(call ->
                        assertThat(call.ask(MENU.then(CODE), Entry.upTo(10))).isEqualTo(new Keys("26", true))),
                new ScriptedExchange("cut in 26#"));
        assertThat(exchange.commands())
                .containsExactly(
                        "ANSWER", "STREAM FILE \"hotline/vi/menu-1\" \"0123456789*#\" 0", "GET DATA \"\" 4000 9");
    }

    @Test
    void aHashAfterACompleteEntryDoesNotCutTheAnswerShort() {
        ScriptedExchange exchange = exchange(
                flow(call -> {
                    call.ask(CODE, Entry.upTo(10));
                    call.say(MENU);
                    call.leave(Exit.HANG_UP);
                }),
                new ScriptedExchange("press 2608140012#"));
        assertThat(exchange.commands())
                .containsSubsequence(
                        "STREAM FILE \"hotline/vi/menu-1\" \"0123456789*#\" 0",
                        "STREAM FILE \"hotline/vi/menu-1\" \"0123456789*#\" 4800",
                        "STREAM FILE \"hotline/vi/menu-2\" \"0123456789*#\" 0");
    }

    @Test
    void aMissingPromptIsLeftOutAndTheRestIsHeard() {
        ScriptedExchange exchange = exchange(
                flow(call ->
                        assertThat(call.ask(MENU, Entry.oneKey()).pressed()).isEqualTo("2")),
                new ScriptedExchange("press 2").without("hotline/vi/menu-1"));
        assertThat(exchange.commands()).contains("STREAM FILE \"hotline/vi/menu-2\" \"0123456789*#\" 0");
    }

    @Test
    void aQuestionOfWhichNothingCanBeHeardIsNotWaitedFor() {
        ScriptedExchange exchange = exchange(
                flow(call -> call.ask(CODE, Entry.upTo(10))), new ScriptedExchange().without("hotline/vi/nhap-ma"));
        assertThat(exchange.commands()).noneMatch(command -> command.startsWith("WAIT"));
        assertThat(exchange.verdict()).isEmpty();
    }

    @Test
    void aRecordingIsTakenUnderANameOfOurOwnAndPlayedFromACopyThatIsRemoved() {
        ScriptedExchange exchange = exchange(
                flow(call -> {
                    Recorded recorded = call.record(RecordingOrder.message("complaint:HSQH"));
                    call.say(new Speech(List.of(Sound.recording(recorded.id()))));
                    call.leave(Exit.HANG_UP);
                }),
                new ScriptedExchange("speak 4s #"));
        assertThat(exchange.commands().get(1)).isEqualTo("STREAM FILE \"hotline/vi/bip\" \"0123456789*#\" 0");
        assertThat(exchange.commands().get(2))
                .matches("RECORD FILE \"/[^\"]*/spool/recordings/[0-9a-f-]{36}\" \"wav\" \"#\" 120000 0 s=5");
        assertThat(exchange.commands().get(3))
                .matches("STREAM FILE \"/[^\"]*/play-[0-9a-f-]{36}\" \"0123456789\\*#\" 0");
    }

    @Test
    void aLineCutOffInARecordingSaysNothingOfTheCaller() {
        AtomicReference<Recorded> recorded = new AtomicReference<>();
        exchange(
                flow(call -> {
                    recorded.set(call.record(RecordingOrder.message("complaint:HSQH")));
                    assertThatThrownBy(() -> call.say(CODE)).isInstanceOf(CallerGone.class);
                }),
                new ScriptedExchange("speak 1s cut off"));
        assertThat(recorded.get().end()).isEqualTo(End.UNKNOWN);
    }

    @Test
    void whoHangsUpBeforeTheBeepHasHungUp() {
        AtomicReference<Recorded> recorded = new AtomicReference<>();
        exchange(
                flow(call -> {
                    assertThatThrownBy(() -> call.ask(CODE, Entry.oneKey())).isInstanceOf(CallerGone.class);
                    recorded.set(call.record(RecordingOrder.message("complaint:HSQH")));
                }),
                new ScriptedExchange("hang up"));
        assertThat(recorded.get().end()).isEqualTo(End.HANG_UP);
    }

    @Test
    void aVerdictIsTheLastWord() {
        ScriptedExchange exchange = exchange(flow(call -> call.leave(Exit.TO_FALLBACK)), new ScriptedExchange());
        assertThat(exchange.commands()).containsExactly("ANSWER", "SET VARIABLE \"HOTLINE_VERDICT\" \"to-fallback\"");
    }
}
