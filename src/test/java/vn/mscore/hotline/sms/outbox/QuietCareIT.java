package vn.mscore.hotline.sms.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.sms.LineState;
import vn.mscore.hotline.sms.OutgoingSms.Kind;

/** What a slow or absent line leaves over in the evening (R16). */
class QuietCareIT extends PostRoom {
    @Test
    void whatShouldHaveLeftByDayWaitsForTheMorningAndWhatIsSaidAtOnceDoesNot() {
        at("2026-08-17T21:50");
        m1.status = LineState.Status.LOST;
        put(unasked(LAN, "survey of the day", Kind.SURVEY));
        put(unasked(LAN, "notice of the day", Kind.NOTICE));
        put(answer(LAN, "answer"));
        at("2026-08-17T22:00");
        put(unasked(MINH, "said at once", Kind.NOTICE));
        quiet();
        m1.status = LineState.Status.READY;
        work();
        assertThat(m1.texts()).containsExactly("answer", "said at once");
        at("2026-08-18T06:59");
        quiet();
        work();
        assertThat(m1.texts()).hasSize(2);
        at("2026-08-18T07:00");
        quiet();
        work();
        assertThat(m1.texts()).containsExactly("answer", "said at once", "notice of the day", "survey of the day");
    }

    @Test
    void overAHolidayItWaitsForTheNextWorkingDayAndKeepsTheWholeOfItsTime() {
        at("2026-08-28T21:50");
        put(unasked(LAN, "before the holiday", Kind.NOTICE));
        at("2026-08-28T22:30");
        quiet();
        assertThat(column("select date_format(not_before, '%d/%m %H:%i') from sms_outbox"))
                .as("the third of September, seven o'clock in Vietnam")
                .containsExactly("03/09 00:00");
        assertThat(column("select timestampdiff(minute, not_before, not_after) from sms_outbox"))
                .containsExactly("1440");
    }

    @Test
    void nothingOfTheDayLeavesBeforeTheJobHasLooked() {
        at("2026-08-17T21:50");
        put(unasked(LAN, "notice of the day", Kind.NOTICE));
        at("2026-08-17T22:00");
        put(answer(MINH, "answer"));
        put(unasked(MINH, "said at once", Kind.NOTICE));
        work();
        assertThat(m1.texts()).containsExactly("answer", "said at once");
    }

    @Test
    void aWholeCampaignIsMovedAtOnce() {
        at("2026-08-17T21:50");
        put(unasked(LAN, "question", Kind.SURVEY));
        at("2026-08-17T22:00");
        put(unasked(MINH, "said at once", Kind.NOTICE));
        String all = "(select seq from seq_1_to_1200)";
        String copied = column("select group_concat(column_name) from information_schema.columns where table_schema ="
                        + " database() and table_name = 'sms_outbox' and column_name <> 'id'")
                .get(0);
        house.schema()
                .change("insert into sms_outbox (id, " + copied + ") select o.id - s.seq, " + copied
                        + " from sms_outbox o join " + all + " s where o.kind = 'SURVEY'");
        assertThat(house.get(QuietCare.class).run()).isEqualTo(1201);
        assertThat(column("select kind from sms_outbox where not_before < '2026-08-17 15:30:00'"))
                .containsExactly("NOTICE");
    }

    private void at(String time) {
        clock.set(MovingClock.atVietnam(time).instant());
    }

    private void quiet() {
        house.get(QuietCare.class).run();
    }
}
