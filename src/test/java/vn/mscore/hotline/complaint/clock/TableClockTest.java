package vn.mscore.hotline.complaint.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.mscore.hotline.calendar.TableCalendars;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.CaseClock;
import vn.mscore.hotline.complaint.CaseClock.Course;
import vn.mscore.hotline.complaint.CaseClock.Guided;
import vn.mscore.hotline.complaint.CaseClock.Joined;
import vn.mscore.hotline.complaint.CaseClock.Pause;
import vn.mscore.hotline.complaint.CaseClock.Promise;
import vn.mscore.hotline.complaint.CaseClock.Reading;
import vn.mscore.hotline.complaint.CaseClock.Signed;
import vn.mscore.hotline.complaint.CaseClock.Step;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.ComplaintStatus.State;
import vn.mscore.hotline.complaint.Petitions.Acceptance;
import vn.mscore.hotline.complaint.petition.PetitionTerms;
import vn.mscore.hotline.complaint.triage.ComplaintTables;
import vn.mscore.hotline.house.PackedCalendars;
import vn.mscore.hotline.platform.Settings;

class TableClockTest {
    private static final Settings NONE = key -> Optional.empty();
    private static final ClockTable TABLE = new ClockTable(NONE, new ComplaintTables(NONE));
    private static final WorkCalendars PACKED = PackedCalendars.read();
    private static final CaseClock CLOCK = new TableClock(TABLE, PACKED, new PetitionTerms(NONE, PACKED));

    private static Instant at(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(7));
    }

    private static Optional<Instant> maybe(String local) {
        return local.equals("-") ? Optional.empty() : Optional.of(at(local));
    }

    private static List<Pause> pauses(String column) {
        List<Pause> pauses = new ArrayList<>();
        for (String one : column.equals("-") ? new String[0] : column.split(";")) {
            String[] ends = one.split("\\.\\.", -1);
            pauses.add(new Pause(at(ends[0]), maybe(ends[1].isEmpty() ? "-" : ends[1])));
        }
        return pauses;
    }

    private static Promise promise(String column) {
        String[] part = column.split("\\+");
        return new Promise(LocalDate.parse(part[0]), Integer.parseInt(part[1]));
    }

    private static List<Joined> joined(String column) {
        return Arrays.stream(column.split(";"))
                .map(one -> one.split("@"))
                .filter(part -> part.length == 2)
                .map(part -> new Joined(LocalDate.parse(part[0]), LocalDate.parse(part[0]), at(part[1])))
                .toList();
    }

    private static Course course(String[] row) {
        return new Course(
                ComplaintKind.valueOf(row[1]),
                row[2],
                row[3].equals("yes"),
                State.valueOf(row[4]),
                promise(row[9]),
                at(row[5]),
                maybe(row[6]),
                maybe(row[7]),
                maybe(row[8]),
                maybe(row[21]),
                pauses(row[11]),
                Integer.parseInt(row[10]),
                Optional.empty(),
                Optional.empty(),
                joined(row[22]));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/complaint/clock-cases.tsv", delimiter = '\t')
    void clockShouldReadAsTheTableOfCasesSays(org.junit.jupiter.params.aggregator.ArgumentsAccessor cells) {
        String[] row = Arrays.stream(cells.toArray()).map(String::valueOf).toArray(String[]::new);
        Instant now = at(row[12]);
        Reading reading = CLOCK.read(course(row), now).orElseThrow();
        assertThat(List.of(
                        reading.step(),
                        reading.due(),
                        reading.dueDay(),
                        reading.originalDay(),
                        reading.paused(),
                        reading.pausedDays(),
                        reading.daysLeft()))
                .isEqualTo(List.of(
                        Step.valueOf(row[13]),
                        at(row[14]),
                        LocalDate.parse(row[15]),
                        LocalDate.parse(row[16]),
                        row[17].equals("yes"),
                        Integer.parseInt(row[18]),
                        Integer.parseInt(row[19])));
        assertThat(reading.partUsed()).isCloseTo(Double.parseDouble(row[20]), within(0.006));
        assertThat(reading.overdue(now)).isEqualTo(!reading.paused() && reading.partUsed() > 1);
    }

    @Test
    void pauseShouldStopTheAnswerAndNotTheForwardThatWasLateBefore() {
        String[] row =
                ("both\tFEEDBACK\tGTDB\tyes\tPHAN_LOAI\t2026-08-03T09:30\t2026-08-03T10:00\t-\t-\t2026-08-03+7\t0"
                                + "\t2026-08-06T10:00.."
                                + "\t-".repeat(11))
                        .split("\t");
        List<Reading> readings = CLOCK.all(course(row), at("2026-08-10T10:00"));
        assertThat(readings).extracting(Reading::step).containsExactly(Step.FORWARD, Step.ANSWER);
        assertThat(readings).extracting(Reading::paused).containsExactly(false, true);
        assertThat(readings.get(0).overdue(at("2026-08-10T10:00"))).isTrue();
    }

    private static Course plain(State state) {
        return new Course(
                ComplaintKind.FEEDBACK,
                "GTDB",
                false,
                state,
                new Promise(LocalDate.of(2026, 8, 3), 10),
                at("2026-08-03T09:30"),
                Optional.of(at("2026-08-03T10:00")),
                Optional.of(at("2026-08-03T11:00")),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"DA_TRA_LOI", "DONG", "TU_CHOI", "TRUNG", "CHUYEN_KHAC", "RUT"})
    void nothingShouldRunWhereNobodyOwesAnything(State state) {
        assertThat(CLOCK.all(plain(state), at("2026-09-30T09:00"))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "paper: 7 working days with a swapped Saturday, PHAN_LOAI, 2026-08-20,,,,      PETITION_ACCEPT, 2026-08-28",
        "paper before 1 July 2026: 10 days,            PHAN_LOAI, 2026-06-20,,,,      PETITION_ACCEPT, 2026-06-30",
        "accepted: 30 days,                            PHAN_LOAI, 2026-08-20, 2026-08-24, no,  no,  PETITION_SETTLE, 2026-09-23",
        "complex: 45 days,                             MOI,       2026-08-20, 2026-08-24, yes, no,  PETITION_SETTLE, 2026-10-08",
        "remote: 45 days,                              DA_CHUYEN, 2026-08-20, 2026-08-24, no,  yes, PETITION_SETTLE, 2026-10-08",
        "complex and remote: 60 days,                  PHAN_LOAI, 2026-08-20, 2026-08-24, yes, yes, PETITION_SETTLE, 2026-10-23",
        "last day a Sunday before Tết 2026,            PHAN_LOAI, 2026-01-05, 2026-01-16, no,  no,  PETITION_SETTLE, 2026-02-23",
        "last day within Tết 2026,                     PHAN_LOAI, 2026-01-05, 2026-01-19, no,  no,  PETITION_SETTLE, 2026-02-23",
        "last day the Friday before Tết 2026,          PHAN_LOAI, 2026-01-05, 2026-01-14, no,  no,  PETITION_SETTLE, 2026-02-13",
        "last day the first working day after Tết,     PHAN_LOAI, 2026-01-05, 2026-01-24, no,  no,  PETITION_SETTLE, 2026-02-23",
        "complex and remote over 30 April,             PHAN_LOAI, 2026-02-24, 2026-03-01, yes, yes, PETITION_SETTLE, 2026-05-04",
        "last day a swapped working Saturday,          PHAN_LOAI, 2026-07-20, 2026-07-23, no,  no,  PETITION_SETTLE, 2026-08-22",
        "last day the Monday swapped for it,           PHAN_LOAI, 2026-07-20, 2026-08-01, no,  no,  PETITION_SETTLE, 2026-09-03",
        "last day an ordinary Saturday,                PHAN_LOAI, 2026-08-13, 2026-08-13, no,  no,  PETITION_SETTLE, 2026-09-14",
        "10 calendar days to accept end in Tết,        PHAN_LOAI, 2026-02-08,,,,      PETITION_ACCEPT, 2026-02-23",
    })
    void signedKhieuNaiShouldHaveTheClockOfTheLawOnly(org.junit.jupiter.params.aggregator.ArgumentsAccessor row) {
        Optional<Acceptance> accepted = Optional.ofNullable(row.getString(3))
                .map(day -> new Acceptance(
                        LocalDate.parse(day), "yes".equals(row.getString(4)), "yes".equals(row.getString(5))));
        Course course = signed(State.valueOf(row.getString(1)), LocalDate.parse(row.getString(2)), accepted);
        List<Reading> all = CLOCK.all(course, at("2026-08-25T09:00"));
        assertThat(all).singleElement().satisfies(reading -> {
            assertThat(reading.step()).isEqualTo(Step.valueOf(row.getString(6)));
            assertThat(reading.dueDay()).isEqualTo(row.getString(7));
            assertThat(reading.paused()).as("no pause of ours").isFalse();
        });
    }

    @Test
    void signedKhieuNaiThatIsClosedShouldOweNothing() {
        Acceptance how = new Acceptance(LocalDate.of(2026, 8, 21), false, false);
        for (Optional<Acceptance> accepted : List.of(Optional.of(how), Optional.<Acceptance>empty())) {
            Course course = signed(State.DONG, LocalDate.of(2026, 8, 20), accepted);
            assertThat(CLOCK.all(course, at("2026-08-25T09:00"))).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "no day is late before the appointment, PHAN_LOAI,  2026-08-20,           , , PETITION_PAPER, 2026-08-20",
        "with an office too,                    DANG_XU_LY, 2026-08-20,           , , PETITION_PAPER, 2026-08-20",
        "90 days of what he learned,            PHAN_LOAI,            , 2026-06-01, , PETITION_PAPER, 2026-08-30",
        "90 days from his words,                MOI,                  ,           , , PETITION_PAPER, 2026-11-12",
        "reopened before it,                    MO_LAI, 2026-08-20, , 2026-08-14T09:40, PETITION_PAPER, 2026-08-20",
        "reopened after it,                     MO_LAI, 2026-08-20, , 2026-08-17T09:00, ANSWER_AGAIN,   2026-08-18",
        "reopened after it on its day,          MO_LAI, 2026-08-20, , 2026-08-14T10:01, ANSWER_AGAIN,   2026-08-18",
    })
    void guidanceThatWasGivenShouldBeOwedNoMore(org.junit.jupiter.params.aggregator.ArgumentsAccessor row) {
        Guided guided = new Guided(at("2026-08-14T10:00"), day(row.getString(2)), day(row.getString(3)));
        Course course = guided(State.valueOf(row.getString(1)), guided, Optional.empty());
        LocalDateTime reopened =
                Optional.ofNullable(row.getString(4)).map(LocalDateTime::parse).orElse(null);
        Instant now = at("2026-09-30T09:00");
        assertThat(CLOCK.all(again(course, ComplaintKind.COMPLAINT, reopened), now))
                .singleElement()
                .satisfies(reading -> {
                    assertThat(reading.step()).isEqualTo(Step.valueOf(row.getString(5)));
                    assertThat(reading.originalDay()).isEqualTo(row.getString(6));
                    assertThat(reading.overdue(now)).isFalse();
                });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the paper came after it,           2026-08-14T10:00, no,  PETITION_ACCEPT 2026-08-28",
        "guided while it is looked at,      2026-08-21T10:00, no,  PETITION_ACCEPT 2026-08-28",
        "guided before it was not accepted, 2026-08-14T10:00, yes, PETITION_GUIDE 2026-08-28",
        "guided after it was not accepted,  2026-08-25T10:00, yes, PETITION_PAPER 2026-11-12",
    })
    void guidanceShouldNotHideTheClockOfThePaper(String name, String guided, String refused, String expected) {
        LocalDate on = LocalDate.of(2026, 8, 24);
        Signed paper = refused.equals("yes")
                ? new Signed(LocalDate.of(2026, 8, 20), Optional.empty(), Optional.of(on), at("2026-08-24T10:00"))
                : new Signed(LocalDate.of(2026, 8, 20), Optional.empty(), Optional.empty(), at("2026-08-20T10:00"));
        Guided told = new Guided(at(guided), Optional.of(LocalDate.of(2026, 8, 20)), Optional.empty());
        assertThat(CLOCK.all(guided(State.PHAN_LOAI, told, Optional.of(paper)), at("2026-08-26T09:00")))
                .extracting(reading -> reading.step() + " " + reading.dueDay())
                .containsExactly(expected);
    }

    private static Optional<LocalDate> day(String cell) {
        return Optional.ofNullable(cell).map(LocalDate::parse);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2 working days from the refusal,  PHAN_LOAI, 2026-08-24,                  , PETITION_GUIDE, 2026-08-26",
        "over 2 September,                 DA_CHUYEN, 2026-08-28,                  , PETITION_GUIDE, 2026-09-04",
        "reopened before the refusal,      MO_LAI,    2026-08-24, 2026-08-21T09:00, PETITION_GUIDE, 2026-08-26",
        "reopened after the refusal,       MO_LAI,    2026-08-24, 2026-08-25T09:00, ANSWER_AGAIN,   2026-08-18",
    })
    void paperThatWasNotAcceptedShouldBringGuidanceAnewAndNotTheOldPromise(
            org.junit.jupiter.params.aggregator.ArgumentsAccessor row) {
        LocalDate refused = LocalDate.parse(row.getString(2));
        Instant noted = refused.atTime(10, 0).toInstant(ZoneOffset.ofHours(7));
        Signed paper = new Signed(LocalDate.of(2026, 8, 20), Optional.empty(), Optional.of(refused), noted);
        LocalDateTime reopened =
                Optional.ofNullable(row.getString(3)).map(LocalDateTime::parse).orElse(null);
        Course course = again(signed(State.valueOf(row.getString(1)), paper), ComplaintKind.COMPLAINT, reopened);
        assertThat(CLOCK.all(course, at("2026-08-25T10:00"))).singleElement().satisfies(reading -> {
            assertThat(reading.step()).isEqualTo(Step.valueOf(row.getString(4)));
            assertThat(reading.originalDay()).isEqualTo(row.getString(5));
        });
    }

    @Test
    void closedAfterARefusedPaperShouldOweNothing() {
        Optional<LocalDate> refused = Optional.of(LocalDate.of(2026, 8, 24));
        Signed paper = new Signed(LocalDate.of(2026, 8, 20), Optional.empty(), refused, at("2026-08-24T10:00"));
        assertThat(CLOCK.all(signed(State.DONG, paper), at("2026-08-25T09:00"))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "settled and reopened,                        COMPLAINT, 2026-10-20T09:00, ANSWER_AGAIN",
        "reopened the day before,                     COMPLAINT, 2026-08-19T09:00, PETITION_SETTLE",
        "reopened on the day of the paper before it,  COMPLAINT, 2026-08-20T09:00, PETITION_SETTLE",
        "a paper of days ago written down after that, COMPLAINT, 2026-08-20T09:59, PETITION_SETTLE",
        "reopened on that day after it,               COMPLAINT, 2026-08-20T10:01, ANSWER_AGAIN",
        "found to be no khiếu nại,                    FEEDBACK,  ,                 ANSWER",
    })
    void termOfTheLawIsForAKhieuNaiOnce(String name, ComplaintKind kind, LocalDateTime reopened, Step step) {
        Optional<Acceptance> accepted = Optional.of(new Acceptance(LocalDate.of(2026, 8, 24), false, false));
        LocalDate came = LocalDate.of(2026, 8, name.startsWith("a paper of days ago") ? 14 : 20);
        Signed paper = new Signed(came, accepted, Optional.empty(), at("2026-08-20T10:00"));
        Course course = again(signed(State.DANG_XU_LY, paper), kind, reopened);
        assertThat(CLOCK.all(course, at("2026-10-21T09:00")))
                .singleElement()
                .satisfies(reading -> assertThat(reading.step()).isEqualTo(step));
    }

    private static Course again(Course first, ComplaintKind kind, LocalDateTime reopened) {
        return new Course(
                kind,
                first.category(),
                first.urgent(),
                first.state(),
                first.promised(),
                first.registered(),
                first.sorted(),
                first.routed(),
                Optional.ofNullable(reopened).map(time -> time.toInstant(ZoneOffset.ofHours(7))),
                first.handedBack(),
                first.pauses(),
                first.extendedDays(),
                first.signed(),
                first.guided(),
                first.joined());
    }

    private static Course signed(State state, LocalDate paper, Optional<Acceptance> accepted) {
        Instant noted = paper.atTime(10, 0).toInstant(ZoneOffset.ofHours(7));
        return signed(state, new Signed(paper, accepted, Optional.empty(), noted));
    }

    private static Course signed(State state, Signed signed) {
        return course(state, Optional.of(signed), Optional.empty());
    }

    private static Course guided(State state, Guided guided, Optional<Signed> signed) {
        return course(state, signed, Optional.of(guided));
    }

    private static Course course(State state, Optional<Signed> signed, Optional<Guided> guided) {
        return new Course(
                ComplaintKind.COMPLAINT,
                "KNAI",
                false,
                state,
                new Promise(LocalDate.of(2026, 8, 14), 2),
                at("2026-08-14T09:30"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new Pause(at("2026-08-18T09:00"), Optional.empty())),
                0,
                signed,
                guided,
                List.of());
    }

    @Test
    void warningShouldComeWhenSeventyPercentOfTheWorkingTimeAreUsed() {
        Reading reading =
                CLOCK.read(plain(State.DANG_XU_LY), at("2026-08-03T12:00")).orElseThrow();
        assertThat(reading.warnAt()).isEqualTo(at("2026-08-12T17:00"));
        assertThat(reading.dueSoon(at("2026-08-12T16:59"))).isFalse();
        assertThat(reading.dueSoon(at("2026-08-12T17:00"))).isTrue();
        assertThat(CLOCK.read(plain(State.DANG_XU_LY), reading.warnAt())
                        .orElseThrow()
                        .partUsed())
                .isCloseTo(0.7, within(0.001));
    }

    @Test
    void rungOfSeventyPercentShouldComeWithTheWarningAlsoAfterAPause() {
        Course plain = plain(State.DANG_XU_LY);
        Course paused = new Course(
                plain.kind(),
                plain.category(),
                plain.urgent(),
                plain.state(),
                plain.promised(),
                plain.registered(),
                plain.sorted(),
                plain.routed(),
                plain.reopened(),
                plain.handedBack(),
                List.of(new Pause(at("2026-08-05T10:00"), maybe("2026-08-07T10:00"))),
                plain.extendedDays(),
                plain.signed(),
                plain.guided(),
                plain.joined());
        Ladder ladder = new Ladder(NONE, PACKED);
        Ladder.Rung warned = ladder.rungs().get(0);
        assertThat(warned.code()).isEqualTo("WARNED");
        for (Course course : List.of(plain, paused)) {
            Reading reading = CLOCK.read(course, at("2026-08-10T12:00")).orElseThrow();
            assertThat(ladder.at(warned, reading)).isEqualTo(reading.warnAt());
        }
        assertThat(CLOCK.read(paused, at("2026-08-10T12:00")).orElseThrow().warnAt())
                .isEqualTo(at("2026-08-14T17:00"));
    }

    @Test
    void anotherCalendarShouldGiveAnotherDay() {
        List<TableCalendars.Table> tables = new ArrayList<>(PackedCalendars.tables());
        tables.add(new TableCalendars.Table(
                "storm", List.of("unit,day,hours,why", ",2026-08-06,closed,bão", ",2026-08-07,closed,bão")));
        WorkCalendars stormy = new TableCalendars(tables);
        CaseClock after = new TableClock(TABLE, stormy, new PetitionTerms(NONE, stormy));
        Instant now = at("2026-08-05T09:00");
        assertThat(CLOCK.read(plain(State.DANG_XU_LY), now).orElseThrow().dueDay())
                .isEqualTo("2026-08-17");
        assertThat(after.read(plain(State.DANG_XU_LY), now).orElseThrow().dueDay())
                .isEqualTo("2026-08-19");
    }
}
