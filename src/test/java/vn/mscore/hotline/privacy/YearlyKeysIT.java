package vn.mscore.hotline.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.platform.Failpoint;
import vn.mscore.hotline.platform.Failpoints;
import vn.mscore.hotline.privacy.PersonalDataCipher.CannotOpen;

/** Two years go by: values move to the keys of later years, the key of the first is destroyed, and what was erased with it. */
class YearlyKeysIT extends KeyYears {
    private List<Integer> numbersInUse() {
        return rows.all().stream()
                .map(held -> AesGcmCipher.number(held.bytes()))
                .distinct()
                .toList();
    }

    private static void assertAllOpen(List<SealedRows.Held> values, PersonalDataCipher cipher) {
        assertThat(values).hasSizeGreaterThan(40).allSatisfy(held -> assertThat(cipher.open(held.place(), held.bytes()))
                .isEqualTo(held.of().name()));
    }

    private static void assertNoneOpens(List<SealedRows.Held> values, PersonalDataCipher cipher) {
        assertThat(values).hasSizeGreaterThan(40).allSatisfy(held -> assertThatThrownBy(
                        () -> cipher.open(held.place(), held.bytes()))
                .isInstanceOf(CannotOpen.class));
    }

    @Test
    void valuesStayReadableWhileTheirKeysChangeAndWhatWasErasedGoesWithItsKey() throws Exception {
        rows.fill(house.get(PersonalDataCipher.class));
        List<SealedRows.Held> backup = rows.all();
        KeyNode other = new KeyNode(house, KeyNode.copy(secrets("mot"), secrets("hai")));
        other.share.start();
        try (Reader reader = new Reader(other.cipher)) {
            pass("2027-01-01T00:20");
            work();
            assertThat(keyFiles("mot"))
                    .containsExactly("personal-1.key", "personal-2.key", "secret-1.key", "secret-2.key");
            assertThat(numbersInUse()).as("last year's key still opens").containsExactly(1);
            erase("complaint_words");
            pass("2027-12-31T23:50");
            work();
            assertThat(numbersInUse()).containsExactly(1);
            pass("2028-01-01T00:20");
            work();
            assertThat(numbersInUse()).containsExactly(3);
            assertAllOpen(backup, house.get(PersonalDataCipher.class));
            pass("2028-01-31T00:00");
            work();
            assertThat(keyFiles("mot")).as("backups of December are still good").contains("personal-1.key");
            pass("2028-02-01T12:00");
            work();
            reader.sawAll(rows.all().size());
        }
        assertThat(keyFiles("mot")).containsExactly("personal-2.key", "personal-3.key", "secret-2.key", "secret-3.key");
        assertNoneOpens(backup, house.get(PersonalDataCipher.class));
        assertThat(rows.all()).hasSize(backup.size() - 1);
        assertAllOpen(rows.all(), house.get(PersonalDataCipher.class));
        other.share.run();
        other.destroy.run();
        assertThat(keyFiles("hai")).isEqualTo(keyFiles("mot"));
        assertNoneOpens(backup, new KeyNode(house, secrets("hai")).cipher);
        assertAllOpen(rows.all(), new KeyNode(house, secrets("hai")).cipher);
    }

    private void erase(String table) {
        house.schema().change("update " + table + " set words_sealed = ''");
    }

    @Test
    void thatAKeyWasDestroyedIsWrittenDownAndItsFingerprintStays() {
        turnTwoYears();
        assertThat(house.schema().column("select subject from erasure order by subject"))
                .containsExactly("keys.personal", "keys.secret");
        assertThat(house.schema()
                        .column("select concat(name, length(fingerprint)) from privacy_key"
                                + " where destroyed_at is not null order by name"))
                .containsExactly("personal-1.key32", "secret-1.key32");
        assertThat(house.schema().column("select distinct number from privacy_lane_key"))
                .as("the second key lay under the first")
                .containsExactly("3");
        assertThatCode(this::reopen).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "a crash at {0} is made good by the next runs")
    @CsvSource({
        "privacy.afterKeyMade.beforeFile, 1",
        "privacy.afterSealAnew, 3",
        "privacy.afterSealAnew, 30",
        "privacy.afterKeySettled, 1",
        "privacy.afterKeySettled, 2"
    })
    void aCrashBetweenTwoStepsDoesNoHarm(String place, int nth) {
        rows.fill(house.get(PersonalDataCipher.class));
        List<SealedRows.Held> backup = rows.all();
        Failpoints.arm(place + ":throw:" + nth);
        for (String at : TWO_YEARS) {
            pass(at);
            try {
                work();
            } catch (Failpoint.Fired e) {
                reopen();
                work();
            }
            assertAllOpen(rows.all(), house.get(PersonalDataCipher.class));
        }
        assertThat(Failpoints.fired()).isTrue();
        assertThat(numbersInUse()).containsExactly(3);
        assertThat(keyFiles("mot")).containsExactly("personal-2.key", "personal-3.key", "secret-2.key", "secret-3.key");
        assertNoneOpens(backup, house.get(PersonalDataCipher.class));
    }

    @Test
    void aShorterTimeMovesLastYearsValuesOnceTheNewKeyIsADayOld() {
        rows.fill(house.get(PersonalDataCipher.class));
        reopen(Map.of("hotline.keys.years", "1", "hotline.keys.days", "7"));
        pass("2027-01-01T00:20");
        work();
        pass("2027-01-02T00:10");
        work();
        assertThat(numbersInUse()).containsExactly(1);
        pass("2027-01-02T00:20");
        work();
        assertThat(numbersInUse()).containsExactly(2);
        pass("2027-01-09T00:10");
        work();
        assertThat(keyFiles("mot")).contains("personal-1.key");
        pass("2027-01-09T00:20");
        work();
        assertThat(keyFiles("mot")).containsExactly("personal-2.key", "secret-2.key");
    }

    @Test
    void aValueThatDoesNotOpenKeepsItsKey() {
        rows.fill(house.get(PersonalDataCipher.class));
        house.schema()
                .change("update sms_report set to_sealed = insert(to_sealed, 20, 1, x'00'),"
                        + " raw_sealed = insert(raw_sealed, 20, 1, x'00')");
        for (String at : List.of("2027-01-01T01:00", "2028-01-01T01:00", "2028-01-03T01:00", "2028-03-03T01:00")) {
            pass(at);
            work();
        }
        assertThat(keyFiles("mot")).contains("personal-1.key", "secret-1.key");
        for (String at : List.of("2029-01-01T01:00", "2029-01-03T01:00", "2029-03-03T01:00")) {
            pass(at);
            work();
        }
        assertThat(keyFiles("mot"))
                .as("the third lies in the database under the second, and that under the first")
                .contains("personal-1.key", "personal-2.key");
        assertThat(due()).as("the younger ones wait for these").containsExactly("personal-1.key", "secret-1.key");
        house.schema().change("delete from sms_report");
        pass("2029-03-05T01:00");
        work();
        assertThat(due())
                .as("no walk for one that rests, nor for one that waits for it")
                .isEmpty();
        pass("2029-04-05T01:00");
        work();
        assertThat(keyFiles("mot"))
                .doesNotContain("personal-1.key", "personal-2.key")
                .contains("personal-3.key");
    }

    private List<String> due() {
        return house.tx(() -> house.get(OldKeys.class).due()).stream()
                .map(KeyLife::name)
                .toList();
    }

    @Test
    void aColumnOfWhichNobodySaysWhereItsValuesBelongKeepsAllKeys() {
        house.schema().change("create table stray (id bigint not null primary key, words_sealed blob)");
        turnTwoYears();
        assertThat(keyFiles("mot")).contains("personal-1.key", "secret-1.key");
    }

    @Test
    void aClockThatLeapsMakesNoKeyMovesNoValueAndDestroysNone() {
        rows.fill(house.get(PersonalDataCipher.class));
        pass("2027-01-01T01:00");
        work();
        clock.set(clock.instant().plus(Duration.ofDays(4000)));
        work();
        assertThat(numbersInUse()).containsExactly(1);
        assertThat(keyFiles("mot")).containsExactly("personal-1.key", "personal-2.key", "secret-1.key", "secret-2.key");
    }

    /** Reads and opens every value again and again on another node, as people at screens do. */
    private final class Reader implements AutoCloseable {
        private final AtomicBoolean stop = new AtomicBoolean();
        private final AtomicInteger opened = new AtomicInteger();
        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private final Future<?> reading;

        Reader(PersonalDataCipher cipher) {
            reading = thread.submit(() -> {
                while (!stop.get()) {
                    for (SealedRows.Held held : rows.all()) {
                        assertThat(cipher.open(held.place(), held.bytes()))
                                .isEqualTo(held.of().name());
                        opened.incrementAndGet();
                    }
                }
            });
        }

        /** Waits until it has read all {@code values} once more. */
        void sawAll(int values) throws InterruptedException {
            int before = opened.get();
            while (opened.get() < before + 2 * values && !reading.isDone()) {
                Thread.sleep(10);
            }
        }

        @Override
        public void close() throws Exception {
            stop.set(true);
            reading.get();
            thread.shutdownNow();
            assertThat(opened.get()).isGreaterThan(100);
        }
    }
}
