package vn.mscore.hotline.sms.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.sms.LineState;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.OutgoingSms;
import vn.mscore.hotline.sms.OutgoingSms.Kind;
import vn.mscore.hotline.sms.SpentLines;

/** The deployer's rules in the outbox, with two lines. */
class LineChoiceIT extends PostRoom {
    @TempDir
    Path folder;

    @Override
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("hotline.sms.routes", rules().toString());
        settings.put("hotline.sms.modem.m2.dailycap", "2");
        settings.put("hotline.sms.modem.m3.dailycap", "0");
        settings.put("hotline.sms.modem.m4.dailycap", "0");
        settings.put("hotline.sms.modem.m2.number", "0905000222");
        settings.put("hotline.reply.global.hour", "10");
        settings.put("hotline.sms.validity.survey", "2");
        return settings;
    }

    private Path rules() {
        try {
            return Files.write(
                    folder.resolve("routes.tsv"),
                    List.of(
                            "choose\tNOTICE\t+8491\tm2,m1",
                            "instead\tm2\tANSWER\tnever",
                            "instead\tm2\tNOTICE\tm1\t60",
                            "instead\tm4\tANSWER\tnever"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aNoticeGoesByTheOperatorOfItsNumberAndByAnotherWhenThatIsAway() {
        ScriptedLine m2 = line("m2");
        put(unasked(LAN, "by m2", Kind.NOTICE));
        put(unasked(MINH, "by any", Kind.NOTICE));
        m2.status = LineState.Status.LOST;
        work();
        assertThat(m1.texts()).containsExactly("by any");
        clock.advance(Duration.ofSeconds(61));
        work();
        assertThat(m1.texts()).containsExactly("by any", "by m2");
    }

    @Test
    void anAnswerOfALineThatForbidsItGoesByNoOther() {
        ScriptedLine m2 = line("m2");
        m2.status = LineState.Status.BLOCKED;
        put(answerBy("m2", "never by m1"));
        for (int i = 0; i < 30; i++) {
            work();
            clock.advance(Duration.ofMinutes(10));
        }
        assertThat(m1.texts()).isEmpty();
        m2.status = LineState.Status.READY;
        drain(house.get(OutboxPump.class).worker(m2));
        assertThat(m2.texts()).containsExactly("never by m1");
    }

    @Test
    void noticesOverflowToTheNextLineWhenTheDayOfTheFirstIsSpent() {
        ScriptedLine m2 = line("m2");
        LineWorker second = house.get(OutboxPump.class).worker(m2);
        for (int i = 0; i < 3; i++) {
            put(unasked(LAN, "notice " + i, Kind.NOTICE));
        }
        put(answerBy("m2", "answer"));
        drain(second);
        work();
        assertThat(m2.texts()).containsExactly("answer", "notice 0");
        assertThat(m1.texts()).containsExactly("notice 1", "notice 2");
        assertThat(house.get(SpentLines.class).spent()).containsExactly("m2");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"READY", "STANDBY", "LOST"})
    void anAnswerOfALineThatOnlyReceivesGoesByAnother(Status status) {
        ScriptedLine m3 = line("m3");
        house.get(OutboxPump.class).worker(m3);
        m3.status = status;
        put(answerBy("m3", "by whichever may"));
        work();
        assertThat(m1.texts()).containsExactly("by whichever may");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"READY", "STANDBY", "LOST"})
    void anAnswerOfALineThatOnlyReceivesStaysWhereTheRulesGiveItToNoOther(Status status) {
        ScriptedLine m4 = line("m4");
        LineWorker own = house.get(OutboxPump.class).worker(m4);
        m4.status = status;
        put(answerBy("m4", "by no other"));
        clock.advance(Duration.ofMinutes(30));
        work();
        drain(own);
        assertThat(states()).containsExactly("NEW");
    }

    private record Day(String what, String line, int texts, Status status, boolean told) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Day> days() {
        return Stream.of(
                new Day("a line that has sent its day", "m2", 2, Status.READY, true),
                new Day("a line that has sent its day and is lost", "m2", 2, Status.LOST, true),
                new Day("a line that has sent some of its day", "m2", 1, Status.READY, false),
                new Day("a line that has sent its day and that another node holds", "m2", 2, Status.STANDBY, false),
                new Day("a line that never sends on purpose", "m3", 0, Status.READY, false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("days")
    void aPersonIsToldOfALineWhoseDayIsSpentHereAndNotOnPurpose(Day day) {
        ScriptedLine line = line(day.line());
        LineWorker works = house.get(OutboxPump.class).worker(line);
        for (int i = 0; i < 2; i++) {
            put(answerBy(day.line(), "answer " + i));
            if (i < day.texts()) {
                drain(works);
            }
        }
        assertThat(line.sent).hasSize(day.texts());
        line.status = day.status();
        assertThat(house.get(SpentLines.class).spent()).isEqualTo(day.told() ? Set.of(day.line()) : Set.of());
    }

    @Test
    void aProbeGoesToOurOwnNumberByItsLineOnly() {
        ScriptedLine m2 = line("m2");
        m2.status = LineState.Status.BLOCKED;
        PhoneNumber own = new PhoneNumber("+84905000222");
        assertThat(put(answer(own, "x"))).map(Reason::code).contains("sms.own-number");
        put(new OutgoingSms(
                own, "probe", Kind.PROBE, Optional.of("m2"), Duration.ofHours(1), Optional.empty(), Optional.empty()));
        clock.advance(Duration.ofMinutes(30));
        work();
        assertThat(m1.texts()).isEmpty();
        clock.advance(Duration.ofMinutes(31));
        care();
        assertThat(states()).containsExactly("EXPIRED");
    }

    @Test
    void moreAnswersThanAnHourHasRoomForWaitAndAreCounted() {
        for (int i = 0; i < 12; i++) {
            assertThat(put(answer(number(i), "answer " + i))).isEmpty();
        }
        work();
        assertThat(m1.texts()).hasSize(10);
        assertThat(figures().refusals()).containsEntry("sms.reply-later", 2L);
        clock.advance(Duration.ofMinutes(30));
        work();
        assertThat(m1.texts()).hasSize(12);
    }

    @Test
    void aSurveyIsWorthSendingForItsHours() {
        m1.status = LineState.Status.LOST;
        put(unasked(LAN, "survey", Kind.SURVEY));
        put(unasked(LAN, "notice", Kind.NOTICE));
        clock.advance(Duration.ofHours(2).plusSeconds(1));
        care();
        m1.status = LineState.Status.READY;
        work();
        assertThat(m1.texts()).containsExactly("notice");
        assertThat(states()).containsExactlyInAnyOrder("EXPIRED", "SENT");
    }

    @Test
    void aRuleForALineThatThereIsNotRefusesTheStart() {
        line("m4");
        assertThatThrownBy(() -> house.get(OutboxPump.class).start())
                .isInstanceOf(Settings.WrongSetting.class)
                .hasMessage("setting hotline.sms.routes names a table with an unknown line: m2");
    }

    private static void drain(LineWorker worker) {
        int steps = 0;
        while (worker.step()) {
            assertThat(steps++).isLessThan(50);
        }
    }
}
