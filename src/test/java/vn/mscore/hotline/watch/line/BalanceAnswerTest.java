package vn.mscore.hotline.watch.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.platform.Settings;

class BalanceAnswerTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "balance and day      | TK goc: (?<dong>[\\d.]+)d\\. HSD: (?<day>[\\d/]+) | TK goc: 52.350d. HSD: 31/12/2026. | 52350 | 2026-12-31",
                "a year of two digits | TKC (?<dong>\\d+).*?(?<day>\\d+-\\d+-\\d+)         | Xin chao TKC 0 dong, SD den 05-01-27 | 0     | 2027-01-05",
                "no separators        | (?<dong>[\\d,]+) VND.*HH (?<day>\\d{8})            | 1,250,000 VND; HH 31012027           | 1250000 | 2027-01-31",
                "only the balance     | (?<dong>\\d+)d                                     | 700d                                 | 700   | ''",
                "a day there is not   | (?<dong>\\d+)d (?<day>[\\d/]+)                     | 700d 31/02/2027                      | 700   | ''",
                "another sentence     | (?<dong>\\d+)d                                     | He thong ban, thu lai sau            | -1    | ''",
                "a figure too long    | (?<dong>\\d+)d                                     | 99999999999d                         | -1    | ''",
            })
    void findsBalanceAndDay(String name, ArgumentsAccessor row) {
        BalanceAnswer.Found found = new BalanceAnswer(Pattern.compile(row.getString(1))).read(row.getString(2));
        assertThat(found.dong().orElse(-1)).isEqualTo(row.getInteger(3));
        assertThat(found.expires().map(Object::toString).orElse("")).isEqualTo(row.getString(4));
    }

    @Test
    void aPatternThatFindsNothingRefusesTheStart() {
        assertThatThrownBy(() -> order("\\d+d"))
                .isInstanceOf(Settings.WrongSetting.class)
                .hasMessage(
                        "setting hotline.sms.modem.m1.balance.pattern must hold a group (?<dong>...) or (?<day>...)");
        assertThatThrownBy(() -> order("(?<dong>\\d+"))
                .hasMessage("setting hotline.sms.modem.m1.balance.pattern is not a regular expression");
        assertThat(order("(?<dong>\\d+)").balance()).isPresent();
    }

    private static WatchOrder order(String pattern) {
        Map<String, String> settings = Map.of("hotline.sms.modem.m1.balance.pattern", pattern);
        return WatchOrder.read(key -> Optional.ofNullable(settings.get(key)), "hotline.sms.modem.m1");
    }
}
