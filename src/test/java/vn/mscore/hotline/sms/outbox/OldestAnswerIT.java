package vn.mscore.hotline.sms.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.OutgoingSms.Kind;
import vn.mscore.hotline.sms.SmsLine.SendOutcome.Result;

/** Since when a citizen waits for his answer, whatever became of it meanwhile. */
class OldestAnswerIT extends PostRoom {
    @Override
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("hotline.reply.global.hour", "2");
        return settings;
    }

    static Stream<Arguments> waits() {
        return Stream.of(
                row("an answer on a lost line", 40, 0, room -> {
                    room.m1.status = Status.LOST;
                    room.put(answer(LAN, "x"));
                }),
                row("an answer that the network puts off for ever", 40, 0, room -> {
                    room.m1.script = sms -> ScriptedLine.outcome(Result.RETRY);
                    room.put(answer(LAN, "x"));
                }),
                row("an answer of an earlier version that the network puts off", 40, 0, room -> {
                    room.m1.script = sms -> ScriptedLine.outcome(Result.RETRY);
                    room.put(answer(LAN, "x"));
                    room.house.tx(() -> room.house.get(Sql.class).update("update sms_outbox set first_due = null"));
                }),
                row("an answer of unknown fate that is to go once more", 40, 0, room -> {
                    room.m1.script = sms -> {
                        room.m1.status = Status.LOST;
                        return ScriptedLine.outcome(Result.UNKNOWN);
                    };
                    room.put(answer(LAN, "x"));
                }),
                row("an answer in a line's hand", 0, 0, room -> {
                    room.m1.script = sms -> {
                        assertThat(room.figures().oldestAnswer()).isPresent();
                        return ScriptedLine.outcome(Result.RETRY);
                    };
                    room.put(answer(LAN, "x"));
                }),
                row("an answer that its hour did not help", 90, 30, room -> {
                    room.more(3);
                    room.m1.script = sms -> ScriptedLine.outcome(Result.RETRY);
                }));
    }

    static Stream<Arguments> waitsNot() {
        return Stream.of(
                row("nothing", 0, -1, room -> {}),
                row("an answer that was sent", 40, -1, room -> room.put(answer(LAN, "x"))),
                row("an answer that waits for its hour on purpose", 20, -1, room -> room.more(3)),
                row("a survey and a notice on a lost line", 40, -1, room -> {
                    room.m1.status = Status.LOST;
                    room.put(room.unasked(LAN, "x", Kind.SURVEY));
                    room.put(room.unasked(MINH, "x", Kind.NOTICE));
                }));
    }

    /** After {@code minutes} of work an answer waits since minute {@code since}; -1 for none. */
    private static Arguments row(String name, int minutes, int since, Consumer<OldestAnswerIT> does) {
        return Arguments.of(name, minutes, since, does);
    }

    /** So many answers at half past nine, two of which leave within this hour. */
    private void more(int answers) {
        for (int i = 0; i < answers; i++) {
            assertThat(put(answer(number(i), "answer " + i))).isEmpty();
        }
        work();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"waits", "waitsNot"})
    void theOldestAnswerIsAsOldAsItsFirstChanceToGo(
            String name, int minutes, int since, Consumer<OldestAnswerIT> does) {
        Instant begin = clock.instant();
        does.accept(this);
        for (int minute = 0; minute < minutes; minute++) {
            work();
            care();
            clock.advance(Duration.ofMinutes(1));
        }
        work();
        assertThat(figures().oldestAnswer())
                .as(name)
                .isEqualTo(since < 0 ? Optional.empty() : Optional.of(begin.plus(Duration.ofMinutes(since))));
    }
}
