package vn.mscore.hotline.sms.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.sms.IncomingSms;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.Intake.ReceivedPart;
import vn.mscore.hotline.sms.Intake.Stored;
import vn.mscore.hotline.sms.SmsListener;

/** Several messages in one commit are as good as each in its own. */
class InboxBatchIT {
    private static final String LAN = "+84912345678";
    private static final String MINH = "+84987654321";
    private static final String HOA = "+84977777777";
    private static final MovingClock CLOCK = MovingClock.atVietnam("2026-08-17T09:30");

    private static House house;

    private final List<IncomingSms> read = new ArrayList<>();

    @BeforeAll
    static void open() {
        house = House.open(CLOCK, Map.of());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        try (Connection connection = house.schema().connect();
                var statement = connection.createStatement()) {
            for (String table : List.of("sms_part", "sms_message", "sms_set")) {
                statement.execute("delete from " + table);
            }
        }
    }

    @Test
    void theSameDeliveryTwiceInABatchIsOneMessage() {
        ReceivedPart lan = text(LAN, "TC 1");
        assertThat(intake().storeAll(List.of(lan, text(MINH, "TC 1"), lan)))
                .containsExactly(Stored.NEW, Stored.NEW, Stored.DUPLICATE);
        assertThat(texts()).containsExactly("TC 1", "TC 1");
    }

    @Test
    void whatWasStoredAndNotAnsweredIsFoundAgainInABatchToo() {
        ReceivedPart alone = text(LAN, "TC 1");
        List<ReceivedPart> batch = List.of(text(LAN, "TC 2"), text(MINH, "TC 3"));
        intake().store(alone);
        assertThat(intake().storeAll(batch)).containsExactly(Stored.NEW, Stored.NEW);
        List<ReceivedPart> again = List.of(alone, batch.get(0), text(HOA, "TC 4"), batch.get(1));
        assertThat(intake().storeAll(again))
                .containsExactly(Stored.DUPLICATE, Stored.DUPLICATE, Stored.NEW, Stored.DUPLICATE);
        assertThat(texts()).containsExactlyInAnyOrder("TC 1", "TC 2", "TC 3", "TC 4");
    }

    @Test
    void thePartsOfALongMessageInABatchAreOneMessageBetweenTheOthers() {
        List<ReceivedPart> parts = Radio.cut(LAN, 7, CLOCK.instant(), "mot ", "hai ", "ba");
        List<ReceivedPart> batch =
                List.of(text(LAN, "truoc"), parts.get(1), parts.get(0), text(LAN, "sau"), parts.get(2));
        assertThat(intake().storeAll(batch)).hasSize(5).containsOnly(Stored.NEW);
        assertThat(texts()).containsExactly("truoc", "mot hai ba", "sau");
    }

    @Test
    void messagesForMachinesInABatchAreKeptAndNotRead() {
        assertThat(intake().storeAll(
                                List.of(text(LAN, "a"), Radio.machine(LAN, "00", CLOCK.instant()), text(LAN, "b"))))
                .containsOnly(Stored.NEW);
        assertThat(texts()).containsExactly("a", "b");
    }

    @Test
    void whenOneCannotBeStoredNoneOfItsCommitIsAndNoneIsReportedAsStored() throws SQLException {
        // Longer than the column: the database refuses it.
        String line = "x".repeat(60);
        ReceivedPart good = text(LAN, "good");
        ReceivedPart bad = new ReceivedPart(
                line,
                good.simIdentity(),
                MINH,
                "bad",
                false,
                good.kind(),
                good.concat(),
                good.sentAt(),
                good.rawTimestamp(),
                good.raw());
        assertThatThrownBy(() -> intake().storeAll(List.of(good, bad))).isInstanceOf(RuntimeException.class);
        assertThat(column("select count(*) from sms_part")).isEqualTo("0");
        assertThat(column("select count(*) from sms_message")).isEqualTo("0");
        assertThat(intake().store(good)).isEqualTo(Stored.NEW);
    }

    @Test
    void severalSendersAreReadInOneTransactionEachInOrder() {
        intake().storeAll(List.of(text(LAN, "1"), text(MINH, "2"), text(LAN, "3"), text(HOA, "4")));
        List<Reading.Turn> turns = turns(read::add);
        assertThat(read).extracting(IncomingSms::text).containsExactly("1", "2", "4");
        assertThat(turns).extracting(Reading.Turn::more).containsExactly(true, false, false);
        turns(read::add);
        assertThat(read).extracting(IncomingSms::text).containsExactly("1", "2", "4", "3");
    }

    @Test
    void oneThatCannotBeReadHarmsNoOtherOfItsBatch() throws SQLException {
        intake().storeAll(List.of(text(LAN, "a"), text(MINH, "poison"), text(HOA, "c")));
        List<String> committed = new ArrayList<>();
        SmsListener picky = sms -> {
            committed.add(sms.text());
            if (sms.text().equals("poison")) {
                throw new IllegalStateException("poison");
            }
        };
        List<Reading.Turn> turns = turns(picky);
        assertThat(turns).extracting(turn -> turn.rest().isZero()).containsExactly(true, false, true);
        assertThat(column("select group_concat(state order by id) from sms_message"))
                .isEqualTo("DONE,NEW,DONE");
        turns(picky);
        turns(picky);
        assertThat(column("select group_concat(state order by id) from sms_message"))
                .isEqualTo("DONE,POISON,DONE");
        assertThat(column("select attempts from sms_message where state = 'POISON'"))
                .isEqualTo("3");
    }

    @Test
    void whatAReaderWroteBeforeAnotherFailedIsWrittenOnce() throws SQLException {
        intake().storeAll(List.of(text(LAN, "a"), text(MINH, "poison")));
        turns(sms -> {
            house.entityManager()
                    .createNativeQuery("insert into sms_missed_call (id, line, rang_at) values (1, 'm1', now())")
                    .executeUpdate();
            if (sms.text().equals("poison")) {
                throw new IllegalStateException("poison");
            }
        });
        assertThat(column("select count(*) from sms_missed_call")).isEqualTo("1");
    }

    @Test
    void whoseTurnSomebodyElseHoldsIsLeftAloneAndTheOthersAreRead() {
        intake().storeAll(List.of(text(LAN, "a"), text(MINH, "b")));
        byte[] lan = senders().get(0);
        List<byte[]> all = senders();
        List<Reading.Turn> turns = house.tx(() -> {
            house.get(SqlParts.class).takeTurn(lan);
            return elsewhere(() -> house.get(Reading.class).next(all, read::add));
        });
        assertThat(read).extracting(IncomingSms::text).containsExactly("b");
        assertThat(turns).extracting(turn -> turn.rest().isZero()).containsExactly(false, true);
    }

    private static <T> T elsewhere(java.util.concurrent.Callable<T> work) {
        var other = java.util.concurrent.Executors.newSingleThreadExecutor();
        try {
            return other.submit(work).get(20, java.util.concurrent.TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            other.shutdownNow();
        }
    }

    private List<Reading.Turn> turns(SmsListener reader) {
        return house.get(Reading.class).next(senders(), reader);
    }

    private static List<byte[]> senders() {
        return house.tx(() -> house.get(SqlMessages.class).waitingSenders());
    }

    private List<String> texts() {
        while (turns(read::add).stream().anyMatch(Reading.Turn::more)) {
            assertThat(read).hasSizeLessThan(100);
        }
        return read.stream().map(IncomingSms::text).toList();
    }

    private static ReceivedPart text(String sender, String text) {
        return Radio.text(sender, text, CLOCK.instant());
    }

    private static Intake intake() {
        return house.get(Intake.class);
    }

    private static String column(String query) throws SQLException {
        try (Connection connection = house.schema().connect();
                var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }
}
