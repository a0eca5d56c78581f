package vn.mscore.hotline.sms.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.app.figures.MailSums;
import vn.mscore.hotline.house.House;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.sms.Intake;
import vn.mscore.hotline.sms.SmsListener;
import vn.mscore.hotline.sms.SmsSums;
import vn.mscore.hotline.sms.SmsSums.Sums;

/** P21: whatever citizens and machines write, the sums add up; a row that is broken by hand is found at the next reckoning. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SmsSumsIT {
    private static final int FLOOD = 40;
    private static final int GUESSES = 30;
    private static final List<String> WORDS = List.of(
            "HELP",
            "PA duong vao ban bi hong nang, xe khong qua duoc",
            "KN ve viec thu hoi dat",
            "TC H50.15-260814-0012",
            "TC",
            "CD H50.15-260814-0012 3",
            "XEM 26000001",
            "TU CHOI",
            "GOI LAI",
            "?",
            "   ",
            "co chay o thon 3, cap cuu",
            "can bo thon Ba nhan tien cua dan, toi to cao",
            "Da nhan phan anh cua ong/ba, ma phieu 26592119.",
            "\uFFFD\uFFFD\uFFFD");

    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");
    private House house;

    @BeforeAll
    void write() {
        house = House.open(clock, Map.of());
        int number = 0;
        for (String words : WORDS) {
            store(Radio.text(String.format("+8491234%04d", number++), words, clock.instant()));
        }
        for (String stranger : List.of("1414", "VIETTEL", "+66812345678", "")) {
            store(Radio.text(stranger, "PA duong hong " + number++, clock.instant()));
            store(Radio.text(stranger, "HELP " + number++, clock.instant()));
        }
        for (int i = 0; i < FLOOD; i++) {
            store(Radio.text("+84987000001", (i % 2 == 0 ? "PA lut lan thu " : "TC ") + i, clock.instant()));
            read();
        }
        for (int i = 0; i < GUESSES; i++) {
            store(Radio.text("+84987000002", String.format("TC H50.15-260814-%04d", i), clock.instant()));
            clock.advance(Duration.ofSeconds(70));
            read();
        }
        store(Radio.machine("+84987000003", "00FF", clock.instant()));
        Radio.cut("+84987000004", 7, clock.instant(), "PA duong ", "hong ", "nang")
                .forEach(this::store);
        store(Radio.cut("+84987000005", 8, clock.instant(), "PA mot nua ", "con thieu")
                .get(0));
        read();
    }

    @AfterAll
    void close() {
        house.close();
    }

    private void store(Intake.ReceivedPart part) {
        house.get(Intake.class).store(part);
    }

    private void read() {
        Reading reading = house.get(Reading.class);
        SmsListener desk = house.get(SmsListener.class);
        for (byte[] sender : house.tx(() -> house.get(SqlMessages.class).waitingSenders())) {
            while (reading.next(sender, desk).more()) {
                clock.advance(Duration.ofMillis(10));
            }
        }
    }

    private Sums sums() {
        return house.get(SmsSums.class).since(Instant.EPOCH);
    }

    @Test
    @Order(1)
    void everythingIsSomewhereAndEachMessageHasAnAnswerOrAReason() {
        List<String> owed = house.schema()
                .column("select concat(id, ' ', line) from sms_message m where state = 'DONE' and unanswered is null"
                        + " and not exists (select 1 from sms_outbox o where o.answers_id = m.id)");
        assertThat(owed).as("%s of %s", owed, sums()).isEmpty();
        Sums sums = sums();
        assertThat(sums.addUp()).as(sums.toString()).isTrue();
        assertThat(sums.read()).isGreaterThan(WORDS.size() + GUESSES + 20L);
        assertThat(sums.answered()).isPositive();
        assertThat(sums.refused()).isPositive();
        assertThat(sums.parts()).as("the incomplete one waits").isEqualTo(sums.messages() + 2 + 1);
        assertThat(house.schema().column("select distinct unanswered from sms_message where unanswered is not null"))
                .contains("desk.flood");
    }

    @Test
    @Order(2)
    void onlyWhatCameSinceIsReckoned() {
        assertThat(house.get(SmsSums.class)
                        .since(clock.instant().plusSeconds(60))
                        .parts())
                .isZero();
        assertThat(house.get(SmsSums.class).since(clock.instant().minus(Duration.ofDays(1))))
                .isEqualTo(sums());
    }

    @ParameterizedTest(name = "{0}")
    @Order(3)
    @CsvSource(
            delimiter = '|',
            value = {
                "an answer vanishes | update sms_outbox set answers_id = -answers_id where answers_id is not null limit 1"
                        + " | update sms_outbox set answers_id = -answers_id where answers_id < 0 | owed",
                "a delivery leads nowhere | update sms_part set message_id = -message_id where number is null and message_id > 0"
                        + " and kind = 'TEXT' limit 1 | update sms_part set message_id = -message_id where message_id < 0 | fallen",
                "a message is in no state | update sms_message set state = 'LOST' where state = 'DONE' limit 1"
                        + " | update sms_message set state = 'DONE' where state = 'LOST' | stray",
                "a text is in no state | update sms_outbox set state = 'GONE' where state = 'NEW' limit 1"
                        + " | update sms_outbox set state = 'NEW' where state = 'GONE' | texts",
                "a message vanishes | update sms_message set id = -id where state = 'DONE' and continues_id is null limit 1"
                        + " | update sms_message set id = -id where id < 0 | fallen"
            })
    void aRowBrokenByHandIsFound(String what, String breaks, String mends, String where) {
        MailSums reckoning = house.get(MailSums.class);
        assertThat(reckoning.run()).isZero();
        house.schema().change(breaks);
        assertThat(COUNTS.get(where).applyAsLong(sums()))
                .as("%s: %s", what, sums())
                .isPositive();
        assertThat(reckoning.run()).isEqualTo(1);
        assertThat(reckoning.areWrong()).isTrue();
        house.schema().change(mends);
        assertThat(reckoning.run()).isEqualTo(1);
        assertThat(reckoning.areWrong()).as(sums().toString()).isFalse();
    }

    private static final Map<String, ToLongFunction<Sums>> COUNTS = Map.of(
            "owed", Sums::owed, "fallen", Sums::fallenParts, "stray", Sums::strayMessages, "texts", Sums::strayTexts);
}
