package vn.mscore.hotline.sms.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.sms.OutgoingSms.Kind;

/** Row 29: numbers that begin alike are answered so many times a day. */
class PrefixLimitIT extends PostRoom {
    private static final String SPENT = "sms.reply-prefix";

    @Override
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("hotline.reply.prefix.day", "3");
        return settings;
    }

    @Test
    void manyNumbersOfOneBlockGetTheBlocksRepliesAndEveryWordOfTheirsIsKept() {
        for (int i = 0; i < 5; i++) {
            long message = received(number(i), "TRO GIUP " + i);
            assertThat(put(answering(message, number(i), "tra loi " + i)).map(Reason::code))
                    .isEqualTo(i < 3 ? Optional.empty() : Optional.of(SPENT));
        }
        assertThat(column("select coalesce(unanswered, '') from sms_message order by id"))
                .containsExactly("", "", "", SPENT, SPENT);
        assertThat(figures().refusals()).containsEntry(SPENT, 2L);
        assertThat(put(answer(MINH, "another block"))).isEmpty();
        clock.advance(Duration.ofDays(1));
        assertThat(put(answer(number(7), "the next day"))).isEmpty();
    }

    @Test
    void onlyAnswersAreCounted() {
        for (int i = 0; i < 5; i++) {
            assertThat(put(unasked(number(i), "notice", Kind.NOTICE))).isEmpty();
            assertThat(put(unasked(number(i), "alarm", Kind.ALARM))).isEmpty();
        }
        assertThat(put(answer(number(1), "x"))).isEmpty();
    }

    @Test
    void whatIsRefusedForAnotherReasonUsesUpNothing() {
        for (int i = 0; i < 5; i++) {
            PhoneNumber landline = new PhoneNumber("+84233852614" + i);
            assertThat(put(answer(landline, "x")).map(Reason::code)).contains("sms.destination-refused");
        }
        long echo = received(LAN, "x");
        assertThat(put(answering(echo, LAN, "y"))).isEmpty();
        for (int i = 0; i < 3; i++) {
            assertThat(put(answering(received(LAN, "y"), LAN, "z")).map(Reason::code))
                    .contains("sms.echo");
        }
        assertThat(put(answer(LAN, "second"))).isEmpty();
        assertThat(put(answer(LAN, "third"))).isEmpty();
        assertThat(put(answer(LAN, "fourth")).map(Reason::code)).contains(SPENT);
    }
}
