package vn.mscore.hotline.console.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.RegisterComplaint;
import vn.mscore.hotline.complaint.RegisterComplaint.NewComplaint;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.Circumstances;
import vn.mscore.hotline.console.Form;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Job;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.shared.PhoneNumber;

/** From the page on which a technician lays an official notice to the deadline of a case. */
class CalendarJoinIT {
    private static final Viewer TECHNICIAN =
            new Viewer(1, "kythuat", "Kỹ thuật", Role.ADMINISTRATOR, Optional.empty(), true);
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

    private int post(String... fields) {
        RequestContextController request =
                CDI.current().select(RequestContextController.class).get();
        request.activate();
        try {
            house.get(Asked.class)
                    .become(Circumstances.UNKNOWN.with(TECHNICIAN, "t").bringing(Form.of(fields)));
            return house.get(CalendarPages.class).notice().getStatus();
        } finally {
            request.deactivate();
        }
    }

    private String due() {
        return house.tx(() -> house.get(Sql.class)
                .first(
                        "select concat(due, ' ', date(step_due + interval 7 hour), ' ', ifnull(original_due, '-')) as d"
                                + " from complaint",
                        row -> row.text("d"))
                .orElseThrow());
    }

    @Test
    void noticeLaidOnThePageShouldMoveTheDeadlinesOfOpenCasesOnce() {
        String before = due();
        assertThat(before).isEqualTo("2026-08-25 2026-08-17 -");
        assertThat(post("csv", NOTICE)).as("seen first").isEqualTo(200);
        assertThat(run()).as("a look changes nothing").isZero();
        assertThat(post("csv", NOTICE, "lay", "yes")).isEqualTo(303);
        assertThat(run()).isEqualTo(1);
        assertThat(due()).as("the swapped Saturday counts").isEqualTo("2026-08-29 2026-08-17 -");
        assertThat(run()).as("once").isZero();
        long logged = house.tx(() -> house.get(Sql.class)
                .first("select count(*) as n from complaint_event where deed = 'calendar'", row -> row.number("n"))
                .orElseThrow());
        assertThat(logged).isEqualTo(1);
    }
}
