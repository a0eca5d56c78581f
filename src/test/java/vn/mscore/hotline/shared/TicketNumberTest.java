package vn.mscore.hotline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TicketNumberTest {
    @Test
    void theCheckDigitIsDamms() {
        assertThat(TicketNumber.of(2026, 123)).hasToString("26001239");
    }

    @Test
    void spacesDotsAndDashesAreRead() {
        assertThat(TicketNumber.parse("26 00 12 39")).contains(new TicketNumber("26001239"));
        assertThat(TicketNumber.parse("2600-1239")).contains(new TicketNumber("26001239"));
        assertThat(TicketNumber.parse("2600123")).isEmpty();
        assertThat(TicketNumber.parse("26001234")).isEmpty();
        assertThat(TicketNumber.parse("２６００１２３９")).isEmpty();
    }

    @Test
    void everySingleWrongDigitAndEverySwapOfNeighboursIsCaught() {
        for (int sequence = 0; sequence < 100_000; sequence += 37) {
            String right = TicketNumber.of(2026, sequence).digits();
            for (String wrong : mistakesIn(right)) {
                assertThat(TicketNumber.parse(wrong)).as(wrong).isEmpty();
            }
        }
    }

    private static Set<String> mistakesIn(String right) {
        Set<String> mistakes = new HashSet<>();
        for (int at = 0; at < right.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                mistakes.add(right.substring(0, at) + digit + right.substring(at + 1));
            }
            if (at > 0) {
                mistakes.add(
                        right.substring(0, at - 1) + right.charAt(at) + right.charAt(at - 1) + right.substring(at + 1));
            }
        }
        mistakes.remove(right);
        return mistakes;
    }
}
