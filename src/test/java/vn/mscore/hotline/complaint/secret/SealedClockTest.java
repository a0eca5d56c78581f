package vn.mscore.hotline.complaint.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.SealedCases.Due;
import vn.mscore.hotline.complaint.secret.SealedClock.Course;
import vn.mscore.hotline.complaint.secret.SealedClock.Sent;
import vn.mscore.hotline.house.PackedCalendars;
import vn.mscore.hotline.platform.Settings;

class SealedClockTest {
    private static final SealedClock CLOCK = new SealedClock(key -> Optional.empty(), PackedCalendars.read());

    private static Optional<LocalDate> day(String day) {
        return Optional.ofNullable(day).map(LocalDate::parse);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a report of Monday,                   2026-08-17, 2026-08-17, false, false, ,           LOOK 2026-08-18",
        "a report of Friday,                   2026-08-14, 2026-08-14, false, false, ,           LOOK 2026-08-17",
        "danger is looked at the same day,     2026-08-17, 2026-08-17, true,  false, ,           LOOK 2026-08-17",
        "read and not decided,                 2026-08-17, ,           false, false, ,           DECIDE 2026-08-25",
        "past the holidays of September,       2026-08-28, ,           false, false, ,           DECIDE 2026-09-11",
        "a hand-over that waits for the other, 2026-08-17, ,           false, false, 2026-08-20, DECIDE 2026-08-25",
        "a letter that waits,                  2026-08-17, ,           false, true,  2026-08-18, FORWARD 2026-08-24",
        "new words after the end,              2026-08-03, 2026-08-17, false, true,  ,           LOOK 2026-08-18",
        "nothing is owed,                      2026-08-03, ,           true,  true,  ,           none"
    })
    void whatIsDueFirst(ArgumentsAccessor row) {
        LocalDate received = LocalDate.parse(row.getString(1));
        Course course = new Course(
                ComplaintKind.DENUNCIATION,
                row.getBoolean(3),
                received,
                day(row.getString(2)),
                row.getBoolean(4),
                day(row.getString(5)),
                Optional.empty());
        assertThat(CLOCK.due(course, received)
                        .map(due -> due.step() + " " + due.day())
                        .orElse("none"))
                .isEqualTo(row.getString(6));
    }

    @ParameterizedTest(name = "a letter of {0} extended {1} times")
    @CsvSource({
        "2026-08-21, 0, 2026-09-21",
        "2026-08-21, 1, 2026-10-20",
        "2026-08-21, 2, 2026-11-19",
        "2026-07-31, 0, 2026-09-03",
        "2026-08-03, 0, 2026-09-03"
    })
    void theResultOfAVerificationIsDueAfterDaysOfTheCalendarAndNeverOnADayOff(
            LocalDate sent, int extensions, LocalDate due) {
        Course course = new Course(
                ComplaintKind.DENUNCIATION,
                false,
                sent,
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.of(new Sent(sent, extensions)));
        assertThat(CLOCK.due(course, sent)).contains(new Due(Due.Step.SETTLE, due, false));
    }

    @ParameterizedTest
    @CsvSource({"2026-08-18, false", "2026-08-19, true"})
    void theDayAfterIsLate(LocalDate today, boolean late) {
        LocalDate monday = LocalDate.of(2026, 8, 17);
        Course course = new Course(
                ComplaintKind.FEEDBACK, false, monday, Optional.of(monday), false, Optional.empty(), Optional.empty());
        assertThat(CLOCK.due(course, today).orElseThrow().late()).isEqualTo(late);
    }

    @Test
    void aTableWithoutAStepShouldRefuseTheStart(@TempDir Path tables) throws IOException {
        Files.writeString(
                tables.resolve("sealed-clocks.tsv"),
                "kind\turgent\tstep\tdays\tsource\n*\t*\tlook\t1\tx\n*\t*\tdecide\t7\tx\n");
        Settings own = key -> Optional.of(tables.toString()).filter(folder -> key.equals("hotline.complaint.tables"));
        assertThatThrownBy(() -> new SealedClock(own, PackedCalendars.read())).hasMessageContaining("forward");
    }
}
