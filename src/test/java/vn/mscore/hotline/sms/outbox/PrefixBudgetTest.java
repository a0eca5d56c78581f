package vn.mscore.hotline.sms.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.mscore.hotline.house.MovingClock;
import vn.mscore.hotline.shared.PhoneNumber;

class PrefixBudgetTest {
    private static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    private final MovingClock clock = MovingClock.atVietnam("2026-08-17T09:30");

    /** A number, how many digits make a block, another number, and whether one reply to the first spends it for the other. */
    private record Case(String name, String first, int digits, String other, boolean spent) {}

    @TestFactory
    Stream<DynamicTest> numbersOfOneBlockShareItsReplies() {
        return Stream.of(
                        new Case("the same number", "+84912345678", 5, "+84912345678", true),
                        new Case("the last of the block", "+84912340000", 5, "+84912349999", true),
                        new Case("the first of the next block", "+84912349999", 5, "+84912350000", false),
                        new Case("another operator", "+84912345678", 5, "+84982345678", false),
                        new Case("a longer prefix, a smaller block", "+84912345678", 6, "+84912346678", false),
                        new Case("two digits, a whole range of an operator", "+84912345678", 2, "+84919999999", true),
                        new Case("a number shorter than a prefix", "+8569876", 8, "+8569876", true),
                        new Case(
                                "a shorter number is not of the longer one's block", "+8569876", 8, "+85698765", false))
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> {
                    PrefixBudget budget = new PrefixBudget(clock, row.digits(), 1);
                    budget.count(new PhoneNumber(row.first()));
                    assertThat(budget.isSpent(new PhoneNumber(row.other()))).isEqualTo(row.spent());
                }));
    }

    @Test
    void aDayHasItsNumberAndANewOneBeginsAtMidnightInVietnam() {
        PrefixBudget budget = new PrefixBudget(clock, 5, 2);
        assertThat(budget.isSpent(LAN)).isFalse();
        budget.count(LAN);
        assertThat(budget.isSpent(LAN)).isFalse();
        budget.count(LAN);
        assertThat(budget.isSpent(LAN)).isTrue();
        clock.advance(Duration.ofHours(14).plusMinutes(29));
        assertThat(budget.isSpent(LAN)).isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(budget.isSpent(LAN)).isFalse();
    }

    @Test
    void everyPrefixUnderTheSunFillsNoMemoryAndHidesNoneThatIsSpent() {
        PrefixBudget budget = new PrefixBudget(clock, 5, 2);
        budget.count(LAN);
        budget.count(LAN);
        for (int block = 0; block < 90_000; block++) {
            budget.count(new PhoneNumber(String.format(Locale.ROOT, "+843%04d%04d", block % 10_000, block / 10_000)));
            budget.count(new PhoneNumber(String.format(Locale.ROOT, "+84%05d0001", 10_000 + block)));
            assertThat(budget.size()).isLessThanOrEqualTo(PrefixBudget.MOST);
        }
        assertThat(budget.isSpent(LAN)).isTrue();
        assertThat(budget.isSpent(new PhoneNumber("+84990010002")))
                .as("seen once or forgotten")
                .isFalse();
    }

    @TestFactory
    Stream<DynamicTest> theDefaultNeverCutsBelowAThirdOfTheBudgetForAll() {
        return Map.of("3000", 1000, "1000000", 333_333, "40", 300, "1", 300, "4999", 1666).entrySet().stream()
                .map(row -> DynamicTest.dynamicTest("a budget of " + row.getKey(), () -> {
                    OutboxSettings settings = OutboxSettings.from(key -> Optional.of(key)
                            .filter("hotline.reply.global.day"::equals)
                            .map(all -> row.getKey()));
                    assertThat(settings.prefixPerDay()).isEqualTo(row.getValue());
                    assertThat(settings.prefixDigits()).isEqualTo(5);
                }));
    }
}
