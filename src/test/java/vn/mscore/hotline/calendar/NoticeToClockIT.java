package vn.mscore.hotline.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.CDI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.RegisterComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;

/** From an official notice that is laid to the deadline of a case; the page before it is in {@code FiguresAndSettingsIT}. */
class NoticeToClockIT {
    private static final String NOTICE = "from,to,kind,why,unit\n"
            + "24/08/2026,27/08/2026,NGHI,\"Thông báo 99/TB, nghỉ bù\",\n"
            + "29/08/2026,,LAM_BU,Làm bù thứ Bảy,\n";

    private House house;

    @BeforeEach
    void open() {
        house = House.open(MovingClock.atVietnam("2026-08-17T09:30"), Map.of());
        house.tx(() -> house.get(RegisterComplaint.class)
                .register(new NewComplaint(
                        ComplaintKind.FEEDBACK,
                        Optional.of(new PhoneNumber("+84912345678")),
                        "duong o ga",
                        Optional.empty(),
                        "sms:1:modem",
                        false)));
        run();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static int run() {
        for (Job job : CDI.current().select(Job.class)) {
            if (job.name().equals("complaint.follow-calendar")) {
                return job.run();
            }
        }
        throw new IllegalStateException("no such job");
    }

    private CalendarDesk.Preview lay() {
        return house.get(CalendarDesk.class).lay(NOTICE.getBytes(StandardCharsets.UTF_8), "kythuat");
    }

    private String due() {
        return house.tx(() -> house.get(Sql.class)
                .first(
                        "select concat(due, ' ', queue_due, ' ', ifnull(original_due, '-')) as d" + " from complaint",
                        row -> row.text("d"))
                .orElseThrow());
    }

    @Test
    void noticeShouldMoveTheDeadlinesOfOpenCasesOnce() {
        String before = due();
        assertThat(before).isEqualTo("2026-08-25 2026-08-17 -");
        house.get(CalendarDesk.class).preview(NOTICE.getBytes(StandardCharsets.UTF_8));
        assertThat(run()).as("a look changes nothing").isZero();
        assertThat(lay().faults()).isEmpty();
        assertThat(run()).isEqualTo(1);
        assertThat(due()).as("the swapped Saturday counts").isEqualTo("2026-08-29 2026-08-17 -");
        assertThat(run()).as("once").isZero();
        long logged = house.tx(() -> house.get(Sql.class)
                .first("select count(*) as n from complaint_event where deed = 'calendar'", row -> row.number("n"))
                .orElseThrow());
        assertThat(logged).isEqualTo(1);
    }
}
