package vn.mscore.hotline.watch.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.watch.Trouble;

class VerdictsTest {
    private static final Instant NOW = Instant.parse("2026-08-17T03:00:00Z");
    private static final WatchOrder ORDER = new WatchOrder(0, Optional.empty(), Optional.empty(), 20_000, 7);

    /** Probes are written as minutes since they were sent, newest first; a plus says that it is back. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "none was sent                                  | ''       | false",
                "underway                                       | 14       | false",
                "overdue                                        | 15       | true",
                "back                                           | 15+      | false",
                "back late                                      | 600+     | false",
                "underway after one that was lost: still an alarm | 5 1445 | true",
                "underway after one that came back              | 5 1445+  | false",
                "back after one that was lost                   | 5+ 1445  | false",
                "lost twice                                     | 20 1445  | true",
            })
    void theNewestProbeThatIsDecidedSaysWhetherTheLineIsDead(String name, String probes, boolean lost) {
        List<SqlProbes.Sent> sent = Arrays.stream(probes.split(" "))
                .filter(probe -> !probe.isEmpty())
                .map(VerdictsTest::sent)
                .toList();
        assertThat(ProbeVerdict.isLost(sent, Duration.ofMinutes(15), NOW)).isEqualTo(lost);
    }

    private static SqlProbes.Sent sent(String probe) {
        boolean back = probe.endsWith("+");
        Instant at = NOW.minus(Duration.ofMinutes(Long.parseLong(probe.replace("+", ""))));
        return new SqlProbes.Sent(at, back ? Optional.of(NOW) : Optional.empty());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "enough money and time       | 20000 | 2026-08-25 | 10  | ''",
                "a dong too little           | 19999 | 2026-08-25 | 10  | balance-low/1",
                "ends in seven days          | 20000 | 2026-08-24 | 10  | sim-expires/1",
                "ended yesterday             | 20000 | 2026-08-16 | 10  | sim-expires/2",
                "both                        | 0     | 2026-08-17 | 10  | balance-low/1 sim-expires/1",
                "did not answer for two days | 50000 | 2026-12-31 | 48  | balance-unread/1",
                "never answered              |       |            |     | balance-unread/1",
                "says no day                 | 50000 |            | 10  | ''",
            })
    void aSimIsInTrouble(String name, ArgumentsAccessor row) {
        Integer dong = row.getInteger(1);
        Integer hoursAgo = row.getInteger(3);
        SqlBalances.Kept kept = new SqlBalances.Kept(
                NOW,
                Optional.ofNullable(hoursAgo).map(hours -> NOW.minus(Duration.ofHours(hours))),
                new BalanceAnswer.Found(
                        dong == null ? OptionalInt.empty() : OptionalInt.of(dong),
                        Optional.ofNullable(row.getString(2)).map(LocalDate::parse)));
        TreeSet<String> found = new TreeSet<>();
        for (Trouble trouble : BalanceVerdict.of("m1", kept, ORDER, NOW)) {
            assertThat(trouble.line()).isEqualTo("m1");
            found.add(trouble.kind() + "/" + trouble.level());
        }
        assertThat(String.join(" ", found)).isEqualTo(row.getString(4));
    }
}
