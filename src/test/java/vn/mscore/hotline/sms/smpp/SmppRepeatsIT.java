package vn.mscore.hotline.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.LineState.Status;

/** What was heard outlives a start in the database. */
@Timeout(180)
class SmppRepeatsIT {
    private static final String FROM = "84912345678";

    private Centre centre;
    private House house;
    private SmppLine line;

    @BeforeEach
    void open() throws Exception {
        centre = new Centre();
        house = House.open(Clock.systemUTC(), Map.of());
        start();
    }

    private void start() throws InterruptedException {
        start(QuickLine.to(centre.address(""), Map.of()));
    }

    private void start(SmppLine opened) throws InterruptedException {
        line = opened;
        line.start(house.get(Intake.class));
        assertThat(Centre.await(() -> line.state().status() == Status.READY)).isTrue();
    }

    @AfterEach
    void close() throws IOException {
        line.stop();
        house.close();
        centre.close();
    }

    private void messages(int count) {
        assertThat(house.schema().column("select id from sms_message")).hasSize(count);
    }

    @Test
    void theSameWordsWrittenAfterAStartAreNew() throws Exception {
        assertThat(centre.deliver(FROM, "HD")).isZero();
        assertThat(centre.deliver(FROM, "HD")).isZero();
        messages(2);
        line.stop();
        assertThat(house.schema().column("select line from sms_heard")).containsExactly("op");
        start();
        assertThat(centre.deliver(FROM, "HD")).isZero();
        messages(3);
        assertThat(Centre.await(() ->
                        house.schema().column("select stretch from sms_heard").size() == 2))
                .isTrue();
        centre.cut();
        line.stop();
        start();
        assertThat(centre.deliver(FROM, "HD")).isZero();
        messages(4);
    }

    @Test
    void whatMayNotHaveBeenHeardIsKnownAgain() throws Exception {
        line.stop();
        start(QuickLine.unasked(centre.address("")));
        assertThat(centre.deliver(FROM, "HD")).isZero();
        centre.cut();
        line.stop();
        assertThat(house.schema()
                        .column("select h.line from sms_heard h join sms_message m"
                                + " on m.received_at between h.since_at and h.until_at"))
                .as("a connection after the cut proves nothing of the time before")
                .isEmpty();
        start();
        assertThat(centre.deliver(FROM, "HD")).isZero();
        messages(1);
    }
}
