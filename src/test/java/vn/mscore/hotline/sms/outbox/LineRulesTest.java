package vn.mscore.hotline.sms.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.OutgoingSms.Kind;
import vn.mscore.hotline.sms.outbox.LineRules.Away;
import vn.mscore.hotline.sms.outbox.LineRules.Candidate;

class LineRulesTest {
    private static final LineRules NONE = LineRulesFile.read(List.of());
    private static final LineRules RULES = LineRulesFile.read(List.of(
            "# kind\tprefixes\tlines",
            "choose\tANSWER\t+8491,+8494\town,vina",
            "choose\tNOTICE\t+8491,+8494\tvina, viettel",
            "choose\tSURVEY\t*\tcheapest",
            "",
            "instead\tbrand\tANSWER\tnever",
            "instead\tbrand\t*\tany\t300",
            "instead\tvina\tANSWER,NOTICE\tviettel\t30"));

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "an answer goes by the line written to        | ANSWER | +84912345678 | vina    | vina viettel | vina",
                "even when that line is away                  | ANSWER | +84912345678 | brand   | vina viettel | brand",
                "an answer without a line takes the next      | ANSWER | +84912345678 |         | vina viettel | vina",
                "an answer no row fits goes as it came        | ANSWER | +84981234567 | viettel | vina viettel | viettel",
                "a notice goes by the operator of its number  | NOTICE | +84941234567 |         | vina viettel | vina",
                "by the next when that line is away           | NOTICE | +84941234567 |         | viettel      | viettel",
                "by the first when all are away               | NOTICE | +84941234567 |         | ''           | vina",
                "a notice no row fits goes by any             | NOTICE | +84981234567 |         | vina viettel | ''",
                "a survey goes by the cheapest                | SURVEY | +84981234567 |         | brand vina viettel | viettel",
                "by the cheapest that works                   | SURVEY | +84981234567 |         | brand vina   | vina",
                "an alarm goes by any                         | ALARM  | +84912345678 |         | vina viettel | ''",
                "a probe goes by its line and no other        | PROBE  | +84912345678 | brand   | vina viettel | brand",
            })
    void namesTheLineThatShouldSend(String name, ArgumentsAccessor row) {
        List<String> working = Arrays.asList(row.getString(4).split(" "));
        List<Candidate> lines = List.of(
                new Candidate("brand", 790, working.contains("brand")),
                new Candidate("vina", 350, working.contains("vina")),
                new Candidate("viettel", 200, working.contains("viettel")));
        assertThat(RULES.home(
                                row.get(1, Kind.class),
                                new PhoneNumber(row.getString(2)),
                                Optional.ofNullable(row.getString(3)),
                                lines)
                        .orElse(""))
                .isEqualTo(row.getString(5));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "answers of this line go by no other, ever     | viettel | brand   | ANSWER | 100000 | true  | false",
                "its notices do after the time said            | viettel | brand   | NOTICE | 300    | false | true",
                "but not before                                | viettel | brand   | NOTICE | 299    | false | false",
                "also when only a person can help              | viettel | brand   | NOTICE | 299    | true  | false",
                "by the line named                             | viettel | vina    | ANSWER | 30     | false | true",
                "and by no other                               | brand   | vina    | ANSWER | 3000   | true  | false",
                "where no row fits, after a minute and a half  | vina    | viettel | ANSWER | 90     | false | true",
                "and not before                                | vina    | viettel | ANSWER | 89     | false | false",
                "or at once when only a person can help        | vina    | viettel | ANSWER | 0      | true  | true",
                "a kind that no row names is by default        | brand   | vina    | SURVEY | 90     | false | true",
                "a probe proves its own line                   | viettel | vina    | PROBE  | 100000 | true  | false",
            })
    void namesWhoSendsForALineThatIsAway(String name, ArgumentsAccessor row) {
        Away away = new Away(Duration.ofSeconds(row.getLong(4)), row.getBoolean(5));
        assertThat(RULES.mayReplace(row.getString(1), row.getString(2), row.get(3, Kind.class), away))
                .isEqualTo(row.getBoolean(6));
    }

    @Test
    void withoutRulesAnAnswerGoesAsItCameAndTheRestByAny() {
        PhoneNumber lan = new PhoneNumber("+84912345678");
        assertThat(NONE.home(Kind.ANSWER, lan, Optional.of("m1"), List.of())).contains("m1");
        assertThat(NONE.home(Kind.NOTICE, lan, Optional.empty(), List.of())).isEmpty();
    }

    @Test
    void tellsWhichLinesItNames() {
        assertThat(RULES.names()).containsExactlyInAnyOrder("brand", "vina", "viettel");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "an unknown word                  | prefer;*;*;m1           | begins neither with choose nor with instead",
                "a cell too many                  | choose;*;*;m1;90        | choose needs kinds, prefixes and lines",
                "a cell too few                   | choose;*;m1             | choose needs kinds, prefixes and lines",
                "an unknown kind                  | choose;REPLY;*;m1       | kinds are ANSWER, NOTICE, SURVEY or *",
                "a probe is not for rules         | choose;PROBE;*;m1       | kinds are ANSWER, NOTICE, SURVEY or *",
                "a number in the national form    | choose;*;091;m1         | prefixes look like +8491, or are *",
                "a name with a blank              | choose;*;*;m 1          | lines are names, comma separated",
                "a substitution without a time    | instead;m1;*;m2         | instead needs a line, kinds, and never or lines and seconds",
                "a time in words                  | instead;m1;*;m2;a while | the seconds are a whole number",
                "two lines at once                | instead;m1,m2;*;m3;9    | instead is said of one line",
            })
    void refusesTheStartAndNamesTheRow(String name, String row, String why) {
        List<String> rows = List.of("# mine", row.replace(';', '\t'));
        assertThatThrownBy(() -> LineRulesFile.read(rows))
                .isInstanceOf(Settings.WrongSetting.class)
                .hasMessage("setting hotline.sms.routes names a table that cannot be used, row 2: " + why);
    }
}
