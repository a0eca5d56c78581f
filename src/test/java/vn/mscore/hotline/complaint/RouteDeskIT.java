package vn.mscore.hotline.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.complaint.RouteDesk.Change;
import vn.mscore.hotline.complaint.clock.ClockTable;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.shared.Reason;

class RouteDeskIT {
    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private House house;

    @BeforeEach
    void open() {
        house = House.open(clock, Map.of());
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Category land() {
        return house.get(Categories.class).byCode("HSQH").orElseThrow();
    }

    @Test
    void aChangeCountsFromItsDayOn() {
        int before = land().answerDays();
        Change change =
                new Change("HSQH", "Sở Nội vụ", OptionalInt.of(1), 9, LocalDate.parse("2026-08-19"), Optional.empty());
        assertThat(house.get(RouteDesk.class).change(change, "kythuat")).isEmpty();
        assertThat(land().answerDays()).isEqualTo(before);
        clock.advance(Duration.ofDays(2));
        assertThat(land().answerDays()).isEqualTo(9);
        assertThat(land().lead(LocalDate.parse("2026-08-19"))).isEqualTo("Sở Nội vụ");
        assertThat(house.get(RouteDesk.class).history()).hasSize(1);
    }

    private int forward(String category) {
        return house.get(ClockTable.class)
                .of(CaseClock.Step.FORWARD, ComplaintKind.FEEDBACK, category, false)
                .number();
    }

    @Test
    void daysToForwardCountFromTheirDayOnAndWithoutThemTheRowOfTheClock() {
        Change change =
                new Change("HSQH", "Sở Nội vụ", OptionalInt.of(3), 9, LocalDate.parse("2026-08-19"), Optional.empty());
        assertThat(house.get(RouteDesk.class).change(change, "kythuat")).isEmpty();
        assertThat(forward("HSQH")).isEqualTo(1);
        clock.advance(Duration.ofDays(2));
        assertThat(forward("HSQH")).isEqualTo(3);
        Change none = new Change(
                "HSQH", "Sở Nội vụ", OptionalInt.empty(), 9, LocalDate.parse("2026-08-19"), Optional.empty());
        assertThat(house.get(RouteDesk.class).change(none, "kythuat")).isEmpty();
        assertThat(forward("HSQH")).isEqualTo(1);
        assertThat(forward("GTDB")).isEqualTo(5);
        assertThat(forward("THUE")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0, 3, route.forward", "100, 3, route.forward", "0, 0, route.forward", "99, 100, route.answer"})
    void daysOutsideTheirRangeAreRefusedByName(int forward, int answer, String code) {
        Change change = new Change(
                "HSQH", "Sở", OptionalInt.of(forward), answer, LocalDate.parse("2026-08-17"), Optional.empty());
        assertThat(house.get(RouteDesk.class).change(change, "kythuat").map(Reason::code))
                .contains(code);
    }

    @ParameterizedTest
    @CsvSource({"NOWHERE, route.unit", "0, route.unit"})
    void officeThatIsNotThereIsRefused(String unit, String code) {
        Change change = new Change(
                "HSQH",
                "Sở",
                OptionalInt.empty(),
                3,
                LocalDate.parse("2026-08-17"),
                Optional.of(new vn.mscore.hotline.shared.UnitCode(unit)));
        assertThat(house.get(RouteDesk.class).change(change, "kythuat").map(Reason::code))
                .contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE,Sở,3,2026-08-17,route.category",
        "HSQH,'  ',3,2026-08-17,route.lead",
        "HSQH,Sở,0,2026-08-17,route.answer",
        "HSQH,Sở,100,2026-08-17,route.answer",
        "HSQH,Sở,3,2026-08-16,route.day",
    })
    void badChangesAreRefused(ArgumentsAccessor row) {
        Change change = new Change(
                row.getString(0),
                row.getString(1),
                OptionalInt.empty(),
                row.getInteger(2),
                LocalDate.parse(row.getString(3)),
                Optional.empty());
        assertThat(house.get(RouteDesk.class).change(change, "kythuat").map(Reason::code))
                .contains(row.getString(4));
        assertThat(house.get(RouteDesk.class).history()).isEmpty();
    }
}
