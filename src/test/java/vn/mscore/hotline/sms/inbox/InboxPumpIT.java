package vn.mscore.hotline.sms.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.house.Gateway;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Sql;
import vn.mscore.hotline.platform.SqlFailure;
import vn.mscore.hotline.sms.IncomingSms;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.SmsFigures;
import vn.mscore.hotline.sms.SmsListener;

@Timeout(400)
class InboxPumpIT {
    private static final String FLOODER = "+84912000000";

    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private final ConcurrentLinkedQueue<IncomingSms> read = new ConcurrentLinkedQueue<>();
    private House house;
    private InboxPump pump;

    @BeforeEach
    void open() {
        house = House.open(clock, Map.of());
        pump = house.get(InboxPump.class);
    }

    @AfterEach
    void close() {
        pump.stop();
        house.close();
    }

    @Test
    void row33AFloodDelaysNobodyElse() throws InterruptedException {
        for (int i = 0; i < 2000; i++) {
            store(FLOODER, "lut " + i, i);
        }
        CountDownLatch citizens = new CountDownLatch(50);
        CountDownLatch all = new CountDownLatch(2050);
        pump.start(sms -> {
            read.add(sms);
            all.countDown();
            if (!sms.text().startsWith("lut")) {
                citizens.countDown();
            }
        });
        for (int i = 1; i <= 50; i++) {
            store(String.format("+84912%06d", i), "TC " + i, 0);
        }
        assertThat(citizens.await(60, TimeUnit.SECONDS)).isTrue();
        List<IncomingSms> soFar = List.copyOf(read);
        assertThat(all.await(300, TimeUnit.SECONDS)).isTrue();
        int last = 0;
        for (int i = 0; i < soFar.size(); i++) {
            last = soFar.get(i).text().startsWith("lut") ? last : i;
        }
        assertThat(last).as("all citizens were read long before the flood was").isLessThan(1500);
        assertThat(texts(FLOODER)).hasSize(2000).isEqualTo(numbered("lut ", 2000));
    }

    @Test
    void oneCitizenAtATimeAndInOrderWithManyWorkers() throws InterruptedException {
        CountDownLatch all = new CountDownLatch(300);
        Set<String> inHand = ConcurrentHashMap.newKeySet();
        Set<String> overlaps = ConcurrentHashMap.newKeySet();
        SmsListener slow = sms -> {
            String sender = sms.sender().orElseThrow().e164();
            if (!inHand.add(sender)) {
                overlaps.add(sender);
            }
            pauseBriefly();
            read.add(sms);
            inHand.remove(sender);
            all.countDown();
        };
        pump.start(slow);
        InboxPump second = otherPump();
        second.start(slow);
        for (int i = 0; i < 30; i++) {
            for (int citizen = 0; citizen < 10; citizen++) {
                store("+8491200000" + citizen, "tin " + i, i);
            }
        }
        assertThat(all.await(120, TimeUnit.SECONDS)).isTrue();
        second.stop();
        assertThat(overlaps).isEmpty();
        for (int citizen = 0; citizen < 10; citizen++) {
            assertThat(texts("+8491200000" + citizen)).isEqualTo(numbered("tin ", 30));
        }
    }

    @Test
    void onePoisonousMessageInTenHoldsUpNobody() throws InterruptedException {
        CountDownLatch good = new CountDownLatch(180);
        pump.start(sms -> {
            if (sms.text().endsWith("0")) {
                throw new IllegalStateException("poison");
            }
            read.add(sms);
            good.countDown();
        });
        for (int i = 0; i < 200; i++) {
            store(String.format("+84912%06d", i % 60), "tin " + i, i);
        }
        assertThat(good.await(120, TimeUnit.SECONDS)).isTrue();
        awaitNothingNewAndPoison(20);
        assertThat(house.get(SmsFigures.class).now().inbox())
                .containsEntry("POISON", 20L)
                .doesNotContainKey("NEW");
    }

    @Test
    void aFullDatabaseParksNobodysText() {
        store(FLOODER, "TC 1", 0);
        Reading reading = house.get(Reading.class);
        byte[] sender = senders().get(0);
        for (int i = 0; i < 20; i++) {
            reading.next(sender, sms -> {
                throw new IllegalStateException(new SqlFailure(new SQLException("The table is full", "HY000", 1114)));
            });
        }
        assertThat(house.schema().column("select concat(state, attempts) from sms_message"))
                .containsExactly("NEW0");
        reading.next(sender, read::add);
        assertThat(texts(FLOODER)).containsExactly("TC 1");
        assertThat(house.schema().column("select state from sms_message")).containsExactly("DONE");
    }

    @Test
    void ourOwnMemoryAtItsEndParksNobodysText() {
        store(FLOODER, "TC 1", 0);
        Reading reading = house.get(Reading.class);
        byte[] sender = senders().get(0);
        for (int i = 0; i < 5; i++) {
            Reading.Turn turn = reading.next(sender, sms -> {
                throw new OutOfMemoryError("unable to create native thread");
            });
            assertThat(turn).isEqualTo(Reading.Turn.failed(Duration.ofSeconds(1)));
        }
        assertThat(house.schema().column("select concat(state, attempts) from sms_message"))
                .containsExactly("NEW0");
    }

    @Test
    void whatFailsRestsLongerEachTimeBeforeItIsParked() {
        store(FLOODER, "TC 1", 0);
        Reading reading = house.get(Reading.class);
        byte[] sender = senders().get(0);
        List<Duration> rests = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            rests.add(reading.next(sender, sms -> {
                        throw new StackOverflowError();
                    })
                    .rest());
        }
        assertThat(rests).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ZERO);
        assertThat(house.schema().column("select state from sms_message")).containsExactly("POISON");
    }

    @Test
    void aTextThatMeetsAFullTableEveryTimeHoldsUpNoOtherOfItsBatch() {
        store(FLOODER, "TC 1", 0);
        store("+84912000001", "TC 2", 1);
        store("+84912000002", "TC 3", 2);
        SmsListener picky = sms -> {
            if (sms.text().equals("TC 2")) {
                throw new IllegalStateException(new SqlFailure(new SQLException("The table is full", "HY000", 1114)));
            }
            read.add(sms);
        };
        house.get(Reading.class).next(senders(), picky);
        assertThat(house.schema().column("select concat(state, attempts) from sms_message order by id"))
                .containsExactly("DONE0", "NEW0", "DONE0");
    }

    @Test
    void aLostConnectionLetsTheWholeBatchRestUntried() {
        store(FLOODER, "TC 1", 0);
        store("+84912000001", "TC 2", 1);
        List<Reading.Turn> turns = house.get(Reading.class).next(senders(), sms -> {
            read.add(sms);
            throw new IllegalStateException(new SqlFailure(new SQLException("reset", "08006")));
        });
        assertThat(read).hasSize(1);
        assertThat(turns).hasSize(2).noneMatch(turn -> turn.rest().isZero());
        assertThat(house.schema().column("select concat(state, attempts) from sms_message"))
                .containsExactly("NEW0", "NEW0");
    }

    /** Its state, 08, says a lost connection; the same again will not do. */
    @Test
    void aTextWhoseStatementIsLongerThanAPacketIsParkedAfterThreeTries() {
        store(FLOODER, "TC 1", 0);
        for (int i = 0; i < 3; i++) {
            house.get(Reading.class).next(senders().get(0), sms -> house.get(Sql.class)
                    .update("begin not atomic signal sqlstate '08S01' set mysql_errno = 1153,"
                            + " message_text = 'Got a packet bigger than ''max_allowed_packet'' bytes'; end"));
        }
        assertThat(house.schema().column("select concat(state, attempts) from sms_message"))
                .containsExactly("POISON3");
    }

    private List<byte[]> senders() {
        return house.get(InTransaction.class).call(house.get(SqlMessages.class)::waitingSenders);
    }

    @Test
    void whatWasStoredBeforeTheStartIsReadAfterIt() throws InterruptedException {
        store(FLOODER, "truoc", 0);
        house.close();
        house = House.reopen(clock, Map.of(), house.schema());
        pump = house.get(InboxPump.class);
        CountDownLatch all = new CountDownLatch(1);
        pump.start(sms -> all.countDown());
        assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
    }

    /** As a second node would be: the same database, nothing else in common. */
    private InboxPump otherPump() {
        return new InboxPump(
                new Turns(),
                house.get(Reading.class),
                house.get(SqlMessages.class),
                house.get(InTransaction.class),
                null,
                house.get(java.util.concurrent.ThreadFactory.class),
                house.get(vn.mscore.hotline.platform.Settings.class));
    }

    /** Four of one sender, each tried for six seconds, one after the other; a text is read before its row says so. */
    private void awaitNothingNewAndPoison(long count) throws InterruptedException {
        Gateway.await(Duration.ofSeconds(120), () -> {
            SmsFigures.Figures now = house.get(SmsFigures.class).now();
            return now.poison() >= count && !now.inbox().containsKey("NEW");
        });
    }

    private static void pauseBriefly() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void store(String sender, String text, int second) {
        house.get(Intake.class).store(Radio.text(sender, text, clock.instant().plus(Duration.ofSeconds(second))));
    }

    private List<String> texts(String sender) {
        return read.stream()
                .filter(sms -> sms.sender().orElseThrow().e164().equals(sender))
                .map(IncomingSms::text)
                .collect(Collectors.toList());
    }

    private static List<String> numbered(String stem, int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(stem + i);
        }
        return texts;
    }
}
