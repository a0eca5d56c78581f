package vn.mscore.hotline.sms.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.FailingEntities;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.sms.LineCounts;

/** P6: the N-th statement of the worker fails, for N = 1, 2, 3 ... until a run completes without failing. */
class OutboxCrashIT extends PostRoom {
    @Test
    void whicheverStatementFailsEveryTextIsSentOnceAndSaidToBe() {
        FailingEntities database = new FailingEntities(house.entityManager());
        LineWorker failing = worker(database);
        boolean failed = true;
        int sent = 0;
        for (int n = 1; failed; n++) {
            for (int i = 0; i < 3; i++) {
                put(unasked(number(sent + i), "n" + n + "." + i, vn.mscore.hotline.sms.OutgoingSms.Kind.NOTICE));
            }
            sent += 3;
            database.failAt(n);
            for (int steps = 0; steps < 15; steps++) {
                step(failing);
            }
            failed = database.hasFailed();
            database.failAt(Integer.MAX_VALUE);
            assertThat(m1.texts())
                    .as("failure at statement %d", n)
                    .hasSize(sent)
                    .doesNotHaveDuplicates();
            assertThat(states()).hasSize(sent).containsOnly("SENT");
        }
        assertThat(sent).as("statements tried, times three").isGreaterThan(30);
    }

    private LineWorker worker(FailingEntities database) {
        Sql sql = new Sql(database.entityManager());
        SqlOutboxQueue queue =
                new SqlOutboxQueue(sql, house.get(PersonalDataCipher.class), clock, house.get(Settings.class));
        RateGate gate = new RateGate(Pace.parse("1000/s").orElseThrow(), 100_000, 0, clock);
        return new LineWorker(
                m1,
                gate,
                new LineWorker.Tools(
                        queue,
                        house.get(LineChooser.class),
                        house.get(OutboxSignal.class),
                        new LineCounts(),
                        house.get(InTransaction.class)));
    }

    private static void step(LineWorker worker) {
        try {
            worker.step();
        } catch (FailingEntities.Gone e) {
            assertThat(e).isNotNull();
        }
    }
}
