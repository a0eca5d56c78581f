package vn.mscore.hotline.sms.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @Test
    void aCommitWhoseAnswerIsLostIsNeitherRepeatedNorForgotten() {
        boolean[] lost = {false};
        LineWorker deaf = worker(new FailingEntities(house.entityManager()), new InTransaction() {
            @Override
            public <T> T call(java.util.function.Supplier<T> work) {
                T result = house.get(InTransaction.class).call(work);
                if (lost[0]) {
                    lost[0] = false;
                    throw new FailingEntities.Gone();
                }
                return result;
            }
        });
        for (int steps = 0; steps < 4; steps++) {
            put(unasked(number(2 * steps), "a" + steps, vn.mscore.hotline.sms.OutgoingSms.Kind.NOTICE));
            put(unasked(number(2 * steps + 1), "b" + steps, vn.mscore.hotline.sms.OutgoingSms.Kind.NOTICE));
            for (int before = 0; before < steps; before++) {
                step(deaf);
            }
            lost[0] = true;
            for (int after = 0; after < 8; after++) {
                step(deaf);
            }
            assertThat(states())
                    .as("answer %d lost", steps)
                    .hasSize(2 * steps + 2)
                    .containsOnly("SENT");
            assertThat(m1.texts()).hasSize(2 * steps + 2).doesNotHaveDuplicates();
            assertThat(column("select copies from sms_outbox")).containsOnly("1");
        }
    }

    @Test
    void anOutcomeTheDatabaseRefusesDoesNotHoldUpTheLine() throws InterruptedException {
        put(answer(LAN, "x"));
        m1.script = sms -> new vn.mscore.hotline.sms.SmsLine.SendOutcome(
                vn.mscore.hotline.sms.SmsLine.SendOutcome.Result.SENT, java.util.List.of("7\u1ec7"), "");
        Thread line = new Thread(worker);
        line.start();
        waitFor("UNKNOWN");
        m1.script = sms -> m1.taken();
        put(answer(MINH, "y"));
        waitFor("SENT");
        worker.stop();
        line.join(10_000);
        assertThat(states()).containsExactly("UNKNOWN", "SENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "outbox"})
    void anErrorOfTheMachineEndsNoWorker(String where) throws InterruptedException {
        boolean[] broken = {true};
        Runnable breaks = () -> {
            if (broken[0]) {
                broken[0] = false;
                throw new NoClassDefFoundError("on purpose");
            }
        };
        LineWorker of = worker(new FailingEntities(house.entityManager()), new InTransaction() {
            @Override
            public <T> T call(java.util.function.Supplier<T> work) {
                if (where.equals("outbox")) {
                    breaks.run();
                }
                return house.get(InTransaction.class).call(work);
            }
        });
        m1.script = sms -> {
            breaks.run();
            return m1.taken();
        };
        put(answer(LAN, "x"));
        put(answer(MINH, "y"));
        Thread line = new Thread(of);
        line.start();
        waitFor("SENT");
        of.stop();
        line.join(10_000);
        assertThat(broken[0]).isFalse();
    }

    private void waitFor(String state) throws InterruptedException {
        for (int i = 0; i < 300 && !states().contains(state); i++) {
            Thread.sleep(100);
        }
        assertThat(states()).contains(state);
    }

    private LineWorker worker(FailingEntities database) {
        return worker(database, house.get(InTransaction.class));
    }

    private LineWorker worker(FailingEntities database, InTransaction transactions) {
        Sql sql = new Sql(database.entityManager());
        SqlOutboxQueue queue = new SqlOutboxQueue(
                sql, house.get(PersonalDataCipher.class), clock, house.get(QuietRule.class), house.get(Settings.class));
        RateGate gate = new RateGate(Pace.parse("1000/s").orElseThrow(), DailyCap.of(100_000, 20), () -> 0, clock);
        return new LineWorker(
                m1,
                gate,
                new LineWorker.Tools(
                        queue,
                        house.get(LineChooser.class),
                        house.get(OutboxSignal.class),
                        new LineCounts(),
                        transactions));
    }

    private static void step(LineWorker worker) {
        try {
            worker.step();
        } catch (FailingEntities.Gone e) {
            assertThat(e).isNotNull();
        }
    }
}
