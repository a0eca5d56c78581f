package vn.mscore.hotline.sms.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.FailingEntities;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.Facts;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.privacy.BlindIndex;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.sms.DeliveryReports;
import vn.mscore.hotline.sms.IncomingSms;
import vn.mscore.hotline.sms.Intake.ReceivedPart;
import vn.mscore.hotline.sms.LineCounts;
import vn.mscore.hotline.sms.ProbeMail;

/** P6: the N-th statement fails, for N = 1, 2, 3 ... until a run completes without failing. */
class InboxCrashIT {
    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private final List<IncomingSms> read = new ArrayList<>();
    private House house;
    private FailingEntities database;
    private Inbox inbox;
    private Reading reading;
    private SqlMessages messages;
    private LateSets lateSets;

    @BeforeEach
    void open() {
        house = House.open(clock, Map.of());
        database = new FailingEntities(house.entityManager());
        Sql sql = new Sql(database.entityManager());
        Ids ids = house.get(Ids.class);
        BlindIndex blind = house.get(BlindIndex.class);
        PersonalDataCipher cipher = house.get(PersonalDataCipher.class);
        Settings settings = house.get(Settings.class);
        InTransaction transactions = house.get(InTransaction.class);
        SqlParts parts = new SqlParts(sql, ids, cipher, clock);
        SqlSets sets = new SqlSets(sql, parts);
        Turns turns = new Turns();
        SenderGuard guard = new SenderGuard(1_000_000, Duration.ofMinutes(10));
        messages = new SqlMessages(sql, cipher, blind, clock, settings);
        LongMessages longMessages = new LongMessages(
                parts, sets, messages, guard, new SqlSecretMessages(sql, cipher), blind, cipher, ids, settings);
        lateSets = new LateSets(sets, parts, longMessages, turns, transactions, clock, settings);
        reading = new Reading(parts, messages, new SqlLateParts(sql, sets, messages), transactions);
        inbox = new Inbox(
                parts,
                messages,
                longMessages,
                lateSets,
                new SqlHeard(sql, clock),
                house.get(DeliveryReports.class),
                guard,
                turns,
                new LineCounts(),
                house.get(ProbeMail.class),
                blind,
                house.get(Facts.class),
                ids,
                house.get(Clock.class),
                transactions);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whicheverStatementFailsWhileStoringEveryMessageIsReadOnceAndWhole() {
        List<String> expected = new ArrayList<>();
        boolean failed = true;
        for (int n = 1; failed; n++) {
            String sender = String.format("+84912%06d", n);
            database.failAt(n);
            failed = false;
            for (ReceivedPart part : Radio.cut(sender, 1, clock.instant(), n + ":mot ", "hai ", "ba")) {
                failed |= storeUntilDurable(part);
            }
            failed |= storeUntilDurable(Radio.text(sender, n + ":ngan", clock.instant()));
            expected.add(n + ":mot hai ba");
            expected.add(n + ":ngan");
        }
        assertThat(expected).as("statements tried").hasSizeGreaterThan(30);
        readAll();
        assertThat(read).extracting(IncomingSms::text).containsExactlyElementsOf(expected);
    }

    @Test
    void whicheverStatementFailsWhileStoringABatchEveryMessageIsReadOnce() {
        List<String> expected = new ArrayList<>();
        boolean failed = true;
        for (int n = 1; failed; n++) {
            List<ReceivedPart> batch = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                batch.add(Radio.text(String.format("+84912%06d", 10 * n + i % 4), n + ":" + i, clock.instant()));
                expected.add(n + ":" + i);
            }
            database.failAt(n);
            try {
                inbox.storeAll(batch);
            } catch (FailingEntities.Gone e) {
                assertThat(inbox.storeAll(batch)).hasSize(5);
            }
            failed = database.hasFailed();
            database.failAt(Integer.MAX_VALUE);
        }
        assertThat(expected).as("statements tried, times five").hasSizeGreaterThan(20);
        readAll();
        assertThat(read).extracting(IncomingSms::text).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void whicheverStatementFailsWhileReadingNothingIsReadTwiceOrSkipped() {
        boolean failed = true;
        for (int n = 1; failed; n++) {
            read.clear();
            List<String> committed = new ArrayList<>();
            String sender = String.format("+84912%06d", n);
            for (int i = 0; i < 3; i++) {
                inbox.store(Radio.text(sender, "tin " + i, clock.instant().plusSeconds(i)));
            }
            byte[] key = house.tx(() -> messages.waitingSenders()).get(0);
            database.failAt(n);
            for (int turn = 0; turn < 12; turn++) {
                int before = read.size();
                Reading.Turn end = turn(key);
                if (read.size() > before && end.rest().isZero()) {
                    committed.add(read.get(before).text());
                }
            }
            failed = database.hasFailed();
            assertThat(committed).as("failure at statement %d", n).containsExactly("tin 0", "tin 1", "tin 2");
        }
    }

    @Test
    void whicheverStatementFailsWhileGivingUpAPartialIsHandedOverOnce() {
        boolean failed = true;
        int made = 0;
        for (int n = 1; failed; n++) {
            inbox.store(Radio.cut(String.format("+84912%06d", n), 1, clock.instant(), "nua ", "x")
                    .get(0));
            made++;
            clock.advance(Duration.ofMinutes(11));
            database.failAt(n);
            sweep();
            failed = database.hasFailed();
            sweep();
        }
        readAll();
        assertThat(read).hasSize(made).allMatch(sms -> sms.text().equals("nua [...]"));
    }

    private void sweep() {
        try {
            lateSets.run();
        } catch (FailingEntities.Gone e) {
            assertThat(database.hasFailed()).isTrue();
        }
    }

    private Reading.Turn turn(byte[] sender) {
        try {
            return reading.next(sender, read::add);
        } catch (FailingEntities.Gone e) {
            return Reading.Turn.failed(Duration.ofSeconds(1));
        }
    }

    /** As a line does: the copy on the SIM stays until the store returned. */
    private boolean storeUntilDurable(ReceivedPart part) {
        for (int tries = 1; ; tries++) {
            try {
                inbox.store(part);
                return tries > 1;
            } catch (FailingEntities.Gone e) {
                assertThat(tries).isEqualTo(1);
            }
        }
    }

    private void readAll() {
        database.failAt(Integer.MAX_VALUE);
        for (byte[] sender : house.tx(() -> messages.waitingSenders())) {
            while (reading.next(sender, read::add).more()) {
                assertThat(read).hasSizeLessThan(1000);
            }
        }
    }
}
