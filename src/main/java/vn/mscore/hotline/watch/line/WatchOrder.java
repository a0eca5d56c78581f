package vn.mscore.hotline.watch.line;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import vn.mscore.hotline.platform.Settings;

/**
 * What the deployer wants to be watched of one line, behind the line's settings key.
 *
 * @param silenceHours office hours without anything coming in that are an alarm ({@code .silence}), 0 for none
 * @param probe name of the line whose number is texted once a day ({@code .probe}), its own name for itself
 * @param balance how the SIM's answer is read ({@code .balance.pattern}); empty: it is not asked unless by a person
 * @param leastDong below which the balance is an alarm ({@code .balance.least})
 * @param daysAhead how many days before its end the SIM is an alarm ({@code .balance.days})
 */
record WatchOrder(
        int silenceHours, Optional<String> probe, Optional<BalanceAnswer> balance, int leastDong, int daysAhead) {

    static WatchOrder read(Settings settings, String key) {
        return new WatchOrder(
                settings.number(key + ".silence", 0, 0, 1000),
                settings.text(key + ".probe").map(String::strip).filter(name -> !name.isEmpty()),
                settings.text(key + ".balance.pattern")
                        .filter(text -> !text.isBlank())
                        .map(text -> answer(key + ".balance.pattern", text)),
                settings.number(key + ".balance.least", 20_000, 0, Integer.MAX_VALUE),
                settings.number(key + ".balance.days", 7, 0, 366));
    }

    private static BalanceAnswer answer(String key, String text) {
        try {
            BalanceAnswer answer = new BalanceAnswer(Pattern.compile(text, Pattern.DOTALL));
            Settings.WrongSetting.unless(answer.findsSomething(), key, "must hold a group (?<dong>...) or (?<day>...)");
            return answer;
        } catch (PatternSyntaxException e) {
            throw new Settings.WrongSetting(key, "is not a regular expression");
        }
    }
}
