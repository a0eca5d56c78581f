package vn.mscore.hotline.sms.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.IncomingSms;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.Intake.Concat;
import vn.mscore.hotline.sms.Intake.Stored;
import vn.mscore.hotline.sms.SmsFigures;
import vn.mscore.hotline.sms.SmsListener;

class InboxIT {
    private static final String LAN = "+84912345678";
    private static final String MINH = "+84987654321";

    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private final List<IncomingSms> read = Collections.synchronizedList(new ArrayList<>());
    private House house;

    @BeforeEach
    void open() {
        house = House.open(clock, Map.of());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aMessageIsReadOnceAsItWasSent() {
        Instant sent = clock.instant().minusSeconds(3);
        assertThat(intake().store(Radio.text(LAN, "TC H50.15-260814-0012", sent)))
                .isEqualTo(Stored.NEW);
        readAll(read::add);
        readAll(read::add);
        assertThat(read).hasSize(1);
        IncomingSms sms = read.get(0);
        assertThat(sms.text()).isEqualTo("TC H50.15-260814-0012");
        assertThat(sms.sender()).contains(new PhoneNumber(LAN));
        assertThat(sms.line()).isEqualTo("m1");
        assertThat(sms.sentAt()).contains(sent);
        assertThat(sms.receivedAt()).isEqualTo(clock.instant());
        assertThat(sms.flood()).isFalse();
        assertThat(sms.late()).isEmpty();
    }

    @Test
    void row26TheSameDeliveryIsOneMessageAlsoOverTheTurnOfTheMonth() {
        Intake.ReceivedPart part = Radio.text(LAN, "TC 1", clock.instant());
        assertThat(intake().store(part)).isEqualTo(Stored.NEW);
        assertThat(intake().store(part)).isEqualTo(Stored.DUPLICATE);
        clock.advance(Duration.ofDays(20));
        assertThat(intake().store(part)).isEqualTo(Stored.DUPLICATE);
        readAll(read::add);
        assertThat(read).hasSize(1);
    }

    @Test
    void row27EqualTextsOfDifferentTimesOrSendersAreDifferentMessages() {
        Instant now = clock.instant();
        intake().store(Radio.text(LAN, "TC 1", now));
        intake().store(Radio.text(LAN, "TC 1", now.plusSeconds(1)));
        intake().store(Radio.text(MINH, "TC 1", now));
        readAll(read::add);
        assertThat(read).hasSize(3);
    }

    @Test
    void row43EqualTextsWithoutATimeStampAreOneWithinTheHourOnly() {
        intake().store(Radio.text(LAN, "TC 1", null));
        assertThat(intake().store(Radio.text(LAN, "TC 1", null))).isEqualTo(Stored.DUPLICATE);
        clock.advance(Duration.ofHours(1));
        assertThat(intake().store(Radio.text(LAN, "TC 1", null))).isEqualTo(Stored.NEW);
    }

    @Test
    void row43AFutureTimeStampIsKeptAndFlaggedAndTheTimeOfArrivalUsed() throws SQLException {
        intake().store(Radio.text(LAN, "TC 1", Instant.parse("2070-01-01T00:00:00Z")));
        intake().store(Radio.text(LAN, "TC 2", null));
        intake().store(Radio.text(LAN, "TC 3", clock.instant()));
        readAll(read::add);
        assertThat(read).hasSize(3).allMatch(sms -> sms.receivedAt().equals(clock.instant()));
        assertThat(read.get(0).sentAt()).contains(Instant.parse("2070-01-01T00:00:00Z"));
        assertThat(column("select group_concat(coalesce(flaw, 'none') order by id) from sms_part"))
                .isEqualTo("time-future,time-unreadable,none");
    }

    @Test
    void row178In1970TheNetworksTimeStampIsTheTimeOfArrival() {
        Instant right = clock.instant();
        clock.set(Instant.parse("1970-01-01T00:03:00Z"));
        intake().store(Radio.text(LAN, "TC 1", right));
        clock.set(right.plusSeconds(600));
        readAll(read::add);
        assertThat(read).hasSize(1).allMatch(sms -> sms.receivedAt().equals(right));
        assertThat(house.get(InboxPump.class).sends()).isTrue();
    }

    @Test
    void row29NamesShortCodesAndHiddenSendersAreReadWithoutANumber() {
        Instant now = clock.instant();
        for (String sender : List.of("Viettel", "9029", "", "'; rm -rf /", "123456789012345678901234567890")) {
            assertThat(intake().store(Radio.text(sender, "khuyen mai", now))).isEqualTo(Stored.NEW);
        }
        readAll(read::add);
        assertThat(read).hasSize(5).allMatch(sms -> sms.sender().isEmpty());
    }

    @Test
    void row58MessagesForMachinesAreKeptAndNeverRead() {
        assertThat(intake().store(Radio.machine(LAN, "0605040B84", clock.instant())))
                .isEqualTo(Stored.NEW);
        readAll(read::add);
        assertThat(read).isEmpty();
        assertThat(figures().machines()).isEqualTo(1);
        intake().store(Radio.text(LAN, "TC 1", clock.instant()));
        readAll(read::add);
        assertThat(read).hasSize(1);
    }

    @Test
    void messagesOfOneCitizenAreReadInOrder() {
        for (int i = 0; i < 20; i++) {
            intake().store(Radio.text(LAN, "tin " + i, clock.instant().plusSeconds(i)));
        }
        readAll(read::add);
        assertThat(read).extracting(IncomingSms::text).containsExactlyElementsOf(numbered(20));
    }

    @Test
    void row33AFloodIsFlaggedAndKeptWhole() {
        for (int i = 0; i < 50; i++) {
            intake().store(Radio.text(LAN, "tin " + i, clock.instant().plusSeconds(i)));
        }
        readAll(read::add);
        assertThat(read).hasSize(50);
        assertThat(read.subList(0, 20)).noneMatch(IncomingSms::flood);
        assertThat(read.subList(20, 50)).allMatch(IncomingSms::flood);
        clock.advance(Duration.ofMinutes(11));
        intake().store(Radio.text(LAN, "sau", clock.instant()));
        readAll(read::add);
        assertThat(read.get(50).flood()).isFalse();
    }

    @Test
    void aPoisonousMessageIsParkedAfterThreeTriesAndTheOthersGoOn() throws SQLException {
        intake().store(Radio.text(LAN, "poison", clock.instant()));
        intake().store(Radio.text(LAN, "after", clock.instant().plusSeconds(1)));
        intake().store(Radio.text(MINH, "other", clock.instant()));
        SmsListener picky = sms -> {
            if (sms.text().equals("poison")) {
                throw new IllegalStateException("cannot read " + sms.text());
            }
            read.add(sms);
        };
        readAll(picky);
        readAll(picky);
        assertThat(read).extracting(IncomingSms::text).containsExactly("other");
        readAll(picky);
        assertThat(read).extracting(IncomingSms::text).containsExactly("other", "after");
        assertThat(figures().poison()).isEqualTo(1);
        assertThat(column("select last_error from sms_message where state = 'POISON'"))
                .contains("IllegalStateException")
                .doesNotContain("cannot read");
    }

    @Test
    void aPatternThatOverflowsTheStackIsParkedToo() {
        intake().store(Radio.text(LAN, "deep", clock.instant()));
        SmsListener endless = sms -> java.util.regex.Pattern.compile("(a|b)*")
                .matcher("ab".repeat(200_000))
                .matches();
        for (int i = 0; i < 3; i++) {
            readAll(endless);
        }
        assertThat(figures().poison()).isEqualTo(1);
    }

    @Test
    void whatAReaderWroteIsUndoneWhenItFails() throws SQLException {
        intake().store(Radio.text(LAN, "x", clock.instant()));
        readAll(sms -> {
            house.entityManager()
                    .createNativeQuery("insert into sms_turn (sender_index) values (unhex(sha2('trace', 256)))")
                    .executeUpdate();
            throw new IllegalStateException();
        });
        assertThat(column("select count(*) from sms_turn where sender_index = unhex(sha2('trace', 256))"))
                .isEqualTo("0");
    }

    @Test
    void unreadableOctetsAreKeptOnceForAPerson() throws SQLException {
        intake().quarantine("m1", "odd length from 0912345678", new byte[] {1, 2, 3});
        intake().quarantine("m1", "odd length from 0912345678", new byte[] {1, 2, 3});
        assertThat(figures().quarantined()).isEqualTo(1);
        assertThat(column("select why from sms_quarantine")).isEqualTo("odd length from *****678");
    }

    @Test
    void row69EverySlotThatCannotBeReadIsToldOnce() throws SQLException {
        for (String slot : List.of("slot SM 2", "slot SM 5", "slot SM 2")) {
            intake().quarantine("m1", slot, new byte[0]);
        }
        assertThat(figures().quarantined()).isEqualTo(2);
    }

    @Test
    void nothingPersonalIsReadableInTheTables() throws SQLException {
        intake().store(Radio.text(LAN, "to cao ong A", clock.instant()));
        intake().missedCall("m1", LAN, clock.instant());
        for (String table : List.of("sms_part", "sms_message", "sms_missed_call")) {
            assertThat(dump(table)).doesNotContain("912345678").doesNotContain("ong A");
        }
    }

    @Test
    void row51AnImpossiblePartNumberIsReadAsAMessageOfItsOwn() throws SQLException {
        for (Concat wrong : List.of(new Concat(7, 8, 0, 1), new Concat(7, 8, 2, 0), new Concat(7, 8, 2, 3))) {
            intake().store(Radio.part(LAN, "mot phan", clock.instant(), Optional.of(wrong)));
        }
        readAll(read::add);
        assertThat(read).hasSize(3);
        assertThat(column("select count(*) from sms_part where flaw = 'concat'"))
                .isEqualTo("3");
    }

    @Test
    void aDatabaseThatIsAwayMakesTheLineKeepItsCopy() throws SQLException {
        try (Connection connection = house.schema().connect();
                var statement = connection.createStatement()) {
            statement.execute("rename table sms_part to sms_gone");
            assertThatThrownBy(() -> intake().store(Radio.text(LAN, "x", clock.instant())))
                    .isInstanceOf(RuntimeException.class);
            statement.execute("rename table sms_gone to sms_part");
        }
        assertThat(intake().store(Radio.text(LAN, "x", clock.instant()))).isEqualTo(Stored.NEW);
    }

    private Intake intake() {
        return house.get(Intake.class);
    }

    private SmsFigures.Figures figures() {
        return house.get(SmsFigures.class).now();
    }

    /** One turn for every waiting sender, again until nothing moves. */
    private void readAll(SmsListener listener) {
        Reading reading = house.get(Reading.class);
        List<byte[]> waiting = house.tx(() -> house.get(SqlMessages.class).waitingSenders());
        for (byte[] sender : waiting) {
            Reading.Turn turn = reading.next(sender, listener);
            while (turn.more() && turn.rest().isZero()) {
                turn = reading.next(sender, listener);
            }
        }
    }

    private static List<String> numbered(int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add("tin " + i);
        }
        return texts;
    }

    private String column(String query) throws SQLException {
        try (Connection connection = house.schema().connect();
                var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }

    private String dump(String table) throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = house.schema().connect();
                var statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select * from " + table)) {
            while (result.next()) {
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    all.append(result.getString(i)).append('|');
                }
            }
        }
        assertThat(all).isNotEmpty();
        return all.toString();
    }
}
