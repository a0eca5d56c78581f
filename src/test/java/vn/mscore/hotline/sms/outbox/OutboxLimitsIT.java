package vn.mscore.hotline.sms.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.sms.OutgoingSms.Kind;
import vn.mscore.hotline.sms.SmsOutbox;

class OutboxLimitsIT extends PostRoom {
    @Test
    void aRolledBackTextIsNeverSent() {
        try {
            house.tx(() -> {
                house.get(SmsOutbox.class).put(answer(LAN, "x"));
                throw new IllegalStateException();
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage(null);
        }
        work();
        assertThat(m1.sent).isEmpty();
    }

    @Test
    void row29OnlyVietnameseMobileNumbersThatAreNotOursGetTexts() {
        for (String number : List.of("+842338526141", "+66812345678", "+8419001234")) {
            assertThat(put(answer(new PhoneNumber(number), "x")))
                    .map(Reason::code)
                    .contains("sms.destination-refused");
            assertThat(house.get(SmsOutbox.class).allows(new PhoneNumber(number)))
                    .isFalse();
        }
        assertThat(house.get(SmsOutbox.class).allows(OURS)).isFalse();
        assertThat(house.get(SmsOutbox.class).allows(LAN)).isTrue();
        assertThat(put(answer(OURS, "x"))).map(Reason::code).contains("sms.own-number");
        assertThat(figures().refusals())
                .containsEntry("sms.destination-refused", 3L)
                .containsEntry("sms.own-number", 1L);
    }

    @Test
    void oneNumberGetsFiveRepliesInTenMinutesAndTwentyInADay() {
        int accepted = 0;
        for (int i = 0; i < 24 * 6; i++) {
            for (int j = 0; j < 7; j++) {
                boolean taken = put(answer(LAN, "tra loi " + i + "." + j)).isEmpty();
                assertThat(taken).isEqualTo(j < 5 && accepted < 20);
                accepted += taken ? 1 : 0;
            }
            clock.advance(Duration.ofMinutes(10).plusSeconds(1));
        }
        assertThat(accepted).isEqualTo(20);
        assertThat(put(answer(MINH, "x"))).isEmpty();
    }

    @Test
    void row34AllNumbersTogetherGetTheDaysBudgetAndNotMore() {
        int accepted = 0;
        for (int i = 0; i < 60; i++) {
            accepted += put(answer(number(i), "x")).isEmpty() ? 1 : 0;
        }
        assertThat(accepted).isEqualTo(40);
        clock.advance(Duration.ofDays(1));
        assertThat(put(answer(LAN, "x"))).isEmpty();
    }

    @Test
    void noticesHaveALimitOfTheirOwn() {
        for (int i = 0; i < 20; i++) {
            assertThat(put(unasked(LAN, "notice " + i, Kind.NOTICE))).isEmpty();
        }
        assertThat(put(unasked(LAN, "one more", Kind.NOTICE))).map(Reason::code).contains("sms.reply-limit");
        assertThat(put(answer(LAN, "x"))).isEmpty();
    }

    @Test
    void anAlarmGoesFirstAtAnyHourAndIsNotCountedAmongTheTextsToItsNumber() {
        clock.set(vn.mscore.hotline.house.MovingClock.atVietnam("2026-08-17T20:30")
                .instant());
        put(answer(MINH, "an answer"));
        for (int i = 0; i < 25; i++) {
            assertThat(put(unasked(LAN, "alarm " + i, Kind.ALARM))).isEmpty();
        }
        assertThat(put(unasked(LAN, "notice", Kind.NOTICE))).isEmpty();
        clock.advance(Duration.ofHours(2));
        house.get(QuietCare.class).run();
        work();
        assertThat(m1.texts().subList(0, 25)).allMatch(text -> text.startsWith("alarm "));
        assertThat(m1.texts()).hasSize(26).endsWith("an answer");
    }

    @Test
    void row32AnEchoOfOurOwnTextIsNotAnswered() {
        put(answer(LAN, "Tin da duoc  ghi nhan"));
        long echo = received(LAN, " tin da duoc ghi nhan ");
        assertThat(put(answering(echo, LAN, "x"))).map(Reason::code).contains("sms.echo");
        long own = received(LAN, "TC H50.15-260814-0012");
        assertThat(put(answering(own, LAN, "x"))).isEmpty();
    }

    @Test
    void row31AnAutomaticReplyIsAnsweredOnceADayAtMost() {
        assertThat(put(answering(received(LAN, "Toi dang ban, se goi lai sau"), LAN, "x")))
                .isEmpty();
        assertThat(put(answering(received(LAN, "Tôi đang bận"), LAN, "y")))
                .map(Reason::code)
                .contains("sms.reply-limit");
        assertThat(put(answering(received(LAN, "TRO GIUP"), LAN, "z"))).isEmpty();
    }

    @Test
    void nothingPersonalIsReadableInTheTables() {
        put(answer(LAN, "ho so cua ba Lan"));
        work();
        report("250", LAN, 0);
        for (String table : List.of("sms_outbox", "sms_outbox_part", "sms_report")) {
            assertThat(column("select concat_ws('|', " + columns(table) + ") from " + table))
                    .isNotEmpty()
                    .noneMatch(row -> row.contains("912345678") || row.contains("Lan"));
        }
    }
}
