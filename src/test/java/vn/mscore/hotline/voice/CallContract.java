package vn.mscore.hotline.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.voice.Recorded.End;

/** What every {@link Call} keeps to. The caller acts by lines in the language of {@link ScriptedCall}. */
@Timeout(60)
public abstract class CallContract {
    protected static final Speech MENU = Speech.of(List.of("vi/menu-1", "vi/menu-2"));
    private static final Speech QUESTION = Speech.of(List.of("vi/nhap-ma"));
    private static final Speech THANKS = Speech.of(List.of("vi/cam-on"));

    /** Runs {@code flow} on a call whose caller does {@code lines}. A {@link CallerGone} ends it, any other failure is thrown. */
    protected abstract void talk(CallFlow flow, String... lines);

    /** A flow called {@code main}. */
    public static CallFlow flow(java.util.function.Consumer<Call> talk) {
        return new CallFlow() {
            @Override
            public String name() {
                return "main";
            }

            @Override
            public void run(Call call) {
                talk.accept(call);
            }
        };
    }

    @Test
    void aKeyAnswersAQuestionForOneKeyAtOnce() {
        talk(flow(call -> assertThat(call.ask(MENU, Entry.oneKey())).isEqualTo(new Keys("1", false))), "press 1");
    }

    @Test
    void hashEndsAnEntryAndIsNotPartOfIt() {
        talk(flow(call -> assertThat(call.ask(QUESTION, Entry.upTo(10))).isEqualTo(new Keys("12", true))), "press 12#");
    }

    @Test
    void hashAloneIsAnAnswer() {
        talk(
                flow(call -> {
                    Keys keys = call.ask(QUESTION, Entry.upTo(4));
                    assertThat(keys).isEqualTo(new Keys("", true));
                    assertThat(keys.isNone()).isFalse();
                }),
                "press #");
    }

    @Test
    void nothingPressedInTimeIsNone() {
        talk(flow(call -> assertThat(call.ask(MENU, Entry.oneKey()).isNone()).isTrue()), "wait");
    }

    @Test
    void anEntryIsCompleteWithItsLastKeyAndAHashThatFollowsIsNoAnswerToTheNextQuestion() {
        talk(
                flow(call -> {
                    assertThat(call.ask(QUESTION, Entry.upTo(10)).pressed()).isEqualTo("2608140012");
                    assertThat(call.ask(MENU, Entry.oneKey()).pressed()).isEqualTo("3");
                }),
                "press 2608140012#",
                "press 3");
    }

    @Test
    void aHashAfterTheOneKeyOfAChoiceIsNoAnswerEither() {
        talk(
                flow(call -> {
                    assertThat(call.ask(MENU, Entry.oneKey()).pressed()).isEqualTo("2");
                    call.say(THANKS);
                    assertThat(call.ask(QUESTION, Entry.upTo(10)).pressed()).isEqualTo("2608140012");
                }),
                "press 2#",
                "press 2608140012");
    }

    @Test
    void keysTooManyForAQuestionBeginTheNextAnswer() {
        talk(
                flow(call -> {
                    assertThat(call.ask(MENU, Entry.oneKey()).pressed()).isEqualTo("1");
                    call.say(THANKS);
                    assertThat(call.ask(QUESTION, Entry.upTo(10)).pressed()).isEqualTo("2608140012");
                }),
                "press 12608140012");
    }

    @Test
    void aKeyPressedWhileSomethingIsSaidBeginsTheNextAnswer() {
        talk(
                flow(call -> {
                    call.say(MENU);
                    assertThat(call.ask(MENU, Entry.oneKey()).pressed()).isEqualTo("4");
                }),
                "cut in 4");
    }

    @Test
    void aKeyPressedWhileSomethingIsSaidIsKnownToWaitUntilItIsAskedFor() {
        talk(
                flow(call -> {
                    assertThat(call.hasKeys()).isFalse();
                    call.say(MENU);
                    assertThat(call.hasKeys()).isTrue();
                    assertThat(call.ask(MENU, Entry.oneKey()).pressed()).isEqualTo("4");
                    assertThat(call.hasKeys()).isFalse();
                }),
                "cut in 4");
    }

    @Test
    void aKeyThatAnswersAQuestionWaitsForNoOther() {
        talk(
                flow(call -> {
                    assertThat(call.ask(QUESTION, Entry.upTo(10)).pressed()).isEqualTo("2608140012");
                    call.say(THANKS);
                    assertThat(call.hasKeys()).isFalse();
                }),
                "press 2608140012#");
    }

    @Test
    void lettersOfTheKeypadAreDropped() {
        talk(
                flow(call ->
                        assertThat(call.ask(QUESTION, Entry.upTo(3)).pressed()).isEqualTo("1*2")),
                "press A1B*C2D");
    }

    @Test
    void theStarIsAKey() {
        talk(flow(call -> assertThat(call.ask(MENU, Entry.oneKey()).pressed()).isEqualTo("*")), "press *");
    }

    @Test
    void aStarAsTheFirstKeyOfAnEntryGoesBackAtOnce() {
        talk(
                flow(call -> {
                    assertThat(call.ask(QUESTION, Entry.upTo(10))).isEqualTo(new Keys("*", false));
                    assertThat(call.ask(MENU, Entry.oneKey()).pressed()).isEqualTo("3");
                }),
                "press *",
                "press 3");
    }

    @Test
    void keysTooManyForAnEntryOfSeveralAnswerNothing() {
        talk(
                flow(call -> {
                    assertThat(call.ask(QUESTION, Entry.upTo(10)).pressed()).isEqualTo("2608140012");
                    call.say(THANKS);
                    assertThat(call.ask(MENU, Entry.oneKey()).isNone()).isTrue();
                }),
                "press 260814001277",
                "wait");
    }

    @Test
    void aHashBehindKeysTooManyAnswersNothingAndTheNextKeyDoes() {
        talk(
                flow(call -> {
                    assertThat(call.ask(QUESTION, Entry.upTo(10)).pressed()).isEqualTo("2608140012");
                    assertThat(call.ask(MENU, Entry.oneKey()).pressed()).isEqualTo("3");
                }),
                "press 26081400127#",
                "press 3");
    }

    @Test
    void ofThirtyKeysAtOnceTheFirstAnswerAndTheRestIsIgnored() {
        talk(
                flow(call -> {
                    assertThat(call.ask(QUESTION, Entry.upTo(10)).pressed()).isEqualTo("0123456789");
                    assertThat(call.ask(MENU, Entry.oneKey()).isNone()).isTrue();
                }),
                "press 012345678901234567890123456789",
                "wait");
    }

    @Test
    void aRecordingTellsWhyItEnded() {
        talk(
                flow(call -> {
                    RecordingOrder order = RecordingOrder.message("complaint:HSQH");
                    assertThat(call.record(order).end()).isEqualTo(End.KEY);
                    assertThat(call.record(order).end()).isEqualTo(End.SILENCE);
                    Recorded longest = call.record(order);
                    assertThat(longest.end()).isEqualTo(End.LIMIT);
                    assertThat(longest.length()).isEqualTo(Duration.ofSeconds(120));
                }),
                "speak 4s #",
                "speak 6s",
                "speak 120s limit");
    }

    @Test
    void lessThanTwoSecondsOrSilenceIsNotSpoken() {
        talk(
                flow(call -> {
                    RecordingOrder order = RecordingOrder.message("complaint:HSQH");
                    assertThat(call.record(order).spoken()).isFalse();
                    assertThat(call.record(order).spoken()).isFalse();
                    assertThat(call.record(order).spoken()).isTrue();
                }),
                "speak 1s #",
                "quiet 5s",
                "speak 2s #");
    }

    @Test
    void aHangUpInARecordingIsToldAndTheNextWordThrows() {
        talk(
                flow(call -> {
                    call.inSecret(true);
                    Recorded recorded = call.record(RecordingOrder.secretMessage("tip"));
                    assertThat(recorded.end()).isEqualTo(End.HANG_UP);
                    assertThat(recorded.spoken()).isTrue();
                    assertThatThrownBy(() -> call.say(THANKS)).isInstanceOf(CallerGone.class);
                }),
                "speak 3s hang up");
    }

    @Test
    void whatIsToldIsToldToItsEndAndKeysOfMeanwhileAreNoAnswer() {
        talk(
                flow(call -> {
                    call.tell(THANKS);
                    assertThat(call.ask(MENU, Entry.oneKey()).pressed()).isEqualTo("2");
                }),
                "press 2");
    }

    @Test
    void everyRecordingHasItsOwnId() {
        talk(
                flow(call -> {
                    RecordingOrder order = RecordingOrder.message("complaint:HSQH");
                    assertThat(call.record(order).id())
                            .isNotEqualTo(call.record(order).id());
                }),
                "speak 3s #",
                "speak 3s #");
    }

    @Test
    void keysPressedBeforeARecordingDoNotAnswerWhatComesAfterIt() {
        talk(
                flow(call -> {
                    call.say(MENU);
                    call.record(RecordingOrder.message("complaint:HSQH"));
                    assertThat(call.ask(MENU, Entry.oneKey()).isNone()).isTrue();
                }),
                "cut in 4",
                "speak 3s #",
                "wait");
    }

    @Test
    void aHangUpInsteadOfAnAnswerThrowsNowAndEverAfter() {
        talk(
                flow(call -> {
                    assertThatThrownBy(() -> call.ask(MENU, Entry.oneKey())).isInstanceOf(CallerGone.class);
                    assertThatThrownBy(() -> call.ask(MENU, Entry.oneKey())).isInstanceOf(CallerGone.class);
                    assertThatThrownBy(() -> call.leave(Exit.HANG_UP)).isInstanceOf(CallerGone.class);
                }),
                "hang up");
    }

    @Test
    void aHangUpWhileSomethingIsSaidThrowsAtTheNextWordAtTheLatest() {
        talk(
                flow(call -> assertThatThrownBy(() -> {
                            call.say(MENU);
                            call.say(THANKS);
                        })
                        .isInstanceOf(CallerGone.class)),
                "hang up while speaking");
    }
}
