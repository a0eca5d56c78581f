package vn.mscore.hotline.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.TestDatabase;

/** What the checker is told of the tables is all that can be wrong in them. */
class BookReaderIT {
    private static Books books(LivingHouse house) throws Exception {
        return BookReader.read(house.database(), house.var());
    }

    @Test
    void aSealedValueThatWasMovedAnUnsealedNumberADeadCallAndALogOfACaseThatWasCutAreSeen() throws Exception {
        try (LivingHouse house = new LivingHouse(Clock.systemUTC())) {
            house.writeByModem();
            assertThat(house.settles()).as(house.score()).isTrue();
            Settled.await(house.histories(), house.database(), house.var());
            Books whole = books(house);
            assertThat(whole.unopened()).isEmpty();
            assertThat(whole.auditFaults()).isEmpty();
            assertThat(whole.readable()).isEmpty();
            assertThat(whole.deadCalls()).isZero();
            assertThat(whole.tickets()).hasSize(2);
            house.schema()
                    .change(
                            "update complaint a join complaint b on a.id < b.id set a.phone_sealed = b.phone_sealed",
                            "update complaint set version = version + 1 order by id limit 1",
                            "update sms_outbox set reason = 'to "
                                    + whole.messages().get(0).from() + "' limit 1",
                            "insert into voice_call (id, call_id, flow, state, began_at, seen_at) values (1, 'c', 'main',"
                                    + " 'FLOW', utc_timestamp(6), utc_timestamp(6) - interval 301 second)");
            Books broken = books(house);
            assertThat(broken.unopened()).hasSize(1).allMatch(place -> place.startsWith("complaint.phone_sealed of "));
            assertThat(broken.readable()).containsExactly("sms_outbox");
            assertThat(broken.deadCalls()).isEqualTo(1);
            assertThat(broken.auditFaults()).hasSize(1).allMatch(fault -> fault.startsWith("case "));
        }
    }

    @Test
    void noSealedColumnIsLeftUnopenedButTheAnswersOfSurveys() {
        TestDatabase.Schema schema = TestDatabase.fresh();
        List<String> opened = schema.column(BookReader.SEALED).stream()
                .map(place -> place.replaceAll(" [^ ]*$", ""))
                .toList();
        List<String> all = schema.column("select concat(table_name, ' ', column_name) from information_schema.columns"
                + " where table_schema = database() and column_name like '%\\\\_sealed'");
        assertThat(all)
                .filteredOn(place -> !opened.contains(place))
                .allMatch(place -> place.startsWith("survey_answer "));
        assertThat(opened).hasSizeGreaterThan(20);
    }
}
