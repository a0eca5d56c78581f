package vn.mscore.hotline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.watch.tell.AlarmTextsAgain;

/** What is told when many things are wrong, and when nodes look at different clocks. */
class AlarmBoardIT {
    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private House house;

    @BeforeEach
    void open() {
        house = House.open(clock, Map.of("hotline.alarm.phone", "+84912345678", "hotline.alarm.phone.perHour", "2"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void nodesWhoseClocksDifferDoNotEndEachOthersAlarms() {
        AlarmBoard board = house.get(AlarmBoard.class);
        Set<Trouble> wrong = Set.of(new Trouble("stranger", 1));
        board.report("voice", wrong);
        for (int look = 0; look < 3; look++) {
            clock.advance(Duration.ofMinutes(2));
            board.report("voice", Set.of());
            clock.advance(Duration.ofMinutes(-2));
            board.report("voice", wrong);
        }
        assertThat(house.schema().column("select count(*) from watch_alarm")).containsExactly("1");
        assertThat(house.schema().column("select kind from watch_alarm where is_open"))
                .containsExactly("stranger");
    }

    @Test
    void whatMustBeLookedAtAtOnceIsTextedInAFullHourAndTheRestWhenThereIsRoom() {
        AlarmBoard board = house.get(AlarmBoard.class);
        Set<Trouble> wrong = Set.of(
                new Trouble("stranger", "a", 1),
                new Trouble("stranger", "b", 1),
                new Trouble("stranger", "c", 1),
                new Trouble("stranger", "d", 1));
        board.report("voice", wrong);
        assertThat(texted()).hasSize(2);
        board.report("mail", Set.of(new Trouble("no-calls", 2)));
        assertThat(texted()).hasSize(3).contains("no-calls");
        textAgain();
        assertThat(texted()).hasSize(3);
        clock.advance(Duration.ofMinutes(61));
        textAgain();
        textAgain();
        assertThat(texted()).hasSize(5);
        assertThat(house.schema().column("select count(*) from sms_outbox where kind = 'ALARM'"))
                .containsExactly("5");
    }

    private void textAgain() {
        house.get(AlarmTextsAgain.class).run();
    }

    private List<String> texted() {
        return house.schema().column("select kind from watch_alarm where texted");
    }
}
