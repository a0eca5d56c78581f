package vn.mscore.hotline.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.calendar.CalendarDesk.Change;
import vn.mscore.hotline.calendar.CalendarDesk.Preview;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;

class CalendarDeskIT {
    private static final LocalDate SATURDAY = LocalDate.parse("2026-09-12");
    private static final LocalDate MONDAY = LocalDate.parse("2026-09-14");
    private House house;
    private WorkCalendar held;

    @BeforeEach
    void open() {
        house = House.open(MovingClock.atVietnam("2026-08-17T09:30"), Map.of());
        held = house.get(WorkCalendars.class).national();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private CalendarDesk desk() {
        return house.get(CalendarDesk.class);
    }

    private Preview lay(String csv) {
        return desk().lay(csv.getBytes(StandardCharsets.UTF_8), "kythuat");
    }

    @Test
    void aSwappedSaturdayIsSeenByWhoKeepsACalendar() {
        assertThat(held.isWorkingDay(SATURDAY)).isFalse();
        Preview laid = lay("from,to,kind,why\n14/09/2026,,NGHI,Hoán đổi\n12/09/2026,,LAM_BU,\"Làm bù, thay 14/09\"\n");
        assertThat(laid.faults()).isEmpty();
        assertThat(held.isWorkingDay(SATURDAY)).isTrue();
        assertThat(held.isWorkingDay(MONDAY)).isFalse();
        assertThat(desk().rows()).hasSize(2);
    }

    @Test
    void aPreviewChangesNothingAndTellsBothSides() {
        Preview preview =
                desk().preview("from,to,kind,why\n12/09/2026,13/09/2026,SANG,Trực\n".getBytes(StandardCharsets.UTF_8));
        assertThat(preview.changes())
                .contains(new Change("", SATURDAY, "closed", "07:30-11:30", "Trực"))
                .hasSize(2);
        assertThat(held.isWorkingDay(SATURDAY)).isFalse();
        assertThat(desk().rows()).isEmpty();
    }

    @Test
    void anOfficesDayLeavesTheOthersAsTheyAre() {
        lay("from,kind,why,unit\n14/09/2026,NGHI,Lễ hội,KS-HCC\n");
        assertThat(house.get(WorkCalendars.class).of("KS-HCC").isWorkingDay(MONDAY))
                .isFalse();
        assertThat(held.isWorkingDay(MONDAY)).isTrue();
    }

    @Test
    void aLiftedRowNoLongerCounts() {
        lay("from,kind,why\n14/09/2026,NGHI,Nhầm\n");
        assertThat(desk().lift(desk().rows().get(0).id(), "kythuat")).isTrue();
        assertThat(held.isWorkingDay(MONDAY)).isTrue();
        assertThat(desk().lift(1, "kythuat")).isFalse();
    }

    @Test
    void aRestartFindsTheRows() {
        lay("from,kind,why\n14/09/2026,NGHI,Nghỉ\n");
        house.get(LaidCalendars.class).lay(new TableCalendars.Table("none", java.util.List.of("unit,day,hours,why")));
        assertThat(held.isWorkingDay(MONDAY)).isTrue();
        house.get(vn.mscore.hotline.calendar.sql.SqlCalendarDesk.class).start();
        assertThat(held.isWorkingDay(MONDAY)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "31/02/2026,,NGHI,x|2|from",
                "45000,,NGHI,x|2|from",
                "14/09/2026,13/09/2026,NGHI,x|2|to",
                "14/09/2026,14/09/2028,NGHI,x|2|to",
                "14/09/2026,,TET,x|2|kind",
                "14/09/2026,,NGHI,|2|why",
            })
    void badRowsAreRefusedWithTheirLineAndNothingIsLaid(String row, long line, String field) {
        Preview refused = lay("from,to,kind,why\n" + row + "\n");
        assertThat(refused.first().orElseThrow().line()).isEqualTo(line);
        assertThat(refused.first().orElseThrow().field()).isEqualTo(field);
        assertThat(desk().rows()).isEmpty();
    }
}
