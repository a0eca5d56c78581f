package vn.mscore.hotline.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.TestDatabase;

/** What the checker is told of the tables is all that can be wrong in them. */
class BookReaderIT {
    private static Books books(LivingHouse house) throws Exception {
        return BookReader.read(house.database(), house.var());
    }

    @Test
    void aSealedValueThatWasMovedUnsealedNumbersAndWordsDeadCallsAndALogOfACaseThatWasCutAreSeen() throws Exception {
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
            Books.Message written = whole.messages().stream()
                    .min(Comparator.comparing(message -> message.text().length()))
                    .orElseThrow();
            house.schema()
                    .change(
                            "update complaint a join complaint b on a.id < b.id set a.phone_sealed = b.phone_sealed",
                            "update complaint set version = version + 1 order by id limit 1",
                            "update sms_outbox set reason = 'to " + written.from() + "' limit 1",
                            "update sms_message set last_error = 'not read: "
                                    + written.text().substring(Checker.COMPLAINT.length()) + "' limit 1",
                            "insert into voice_call (id, call_id, flow, state, reached, began_at, seen_at) values"
                                    + call(1, "FLOW", 301, "")
                                    + "," + call(2, "AWAY", 301, "")
                                    + "," + call(3, "AWAY", 43_501, dotted(written.from())));
            Books broken = books(house);
            assertThat(broken.unopened()).hasSize(1).allMatch(place -> place.startsWith("complaint.phone_sealed of "));
            assertThat(broken.readable()).containsExactly("sms_message", "sms_outbox", "voice_call");
            assertThat(broken.deadCalls())
                    .as("one nobody hears of, one handed on too long ago")
                    .isEqualTo(2);
            assertThat(broken.auditFaults()).hasSize(1).allMatch(fault -> fault.startsWith("case "));
        }
    }

    private static String call(int id, String state, int seconds, String reached) {
        return " (%d, 'c%d', 'main', '%s', '%s', utc_timestamp(6), utc_timestamp(6) - interval %d second)"
                .formatted(id, id, state, reached, seconds);
    }

    private static String dotted(String number) {
        return number.replaceAll("([0-9]{2})(?=[0-9])", "$1 .-");
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
