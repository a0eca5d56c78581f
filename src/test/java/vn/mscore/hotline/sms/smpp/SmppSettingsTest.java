package vn.mscore.hotline.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.platform.Settings;

class SmppSettingsTest {
    private static List<SmppSettings> read(Map<String, String> settings) {
        return SmppSettings.read(key -> Optional.ofNullable(settings.get(key)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    smpp://u@h:2775                                        | SmppAddress u h 2775 false 10 false
                    smpps://u@h:2776                                       | SmppAddress u h 2776 false 10 true
                    smpp://u@h:1?tls=true&window=50&bind=pair              | SmppAddress u h 1 true 50 true
                    smpp://u@[::1]:2775?bind=transceiver&window=1&tls=false | SmppAddress u ::1 2775 false 1 false
                    """)
    void addressesAreRead(String text, String what) {
        SmppAddress a = SmppAddress.parse(text);
        assertThat("SmppAddress %s %s %d %s %d %s"
                        .formatted(a.user(), a.host(), a.port(), a.pair(), a.window(), a.tls()))
                .isEqualTo(what);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    op=tcp://u@h:1                       | has for op an address not smpp://user@host:port
                    op=smpp://h:2775                     | has for op an address not smpp://user@host:port
                    op=smpp://u@h:0                      | has for op an address without a port between 1 and 65535
                    op=smpp://u@h:1?widnow=5             | has for op an address with the unknown key widnow
                    op=smpp://u@h:1?window=0             | has for op an address with a window that is not 1 to 100
                    op=smpp://u@h:1?window=101           | has for op an address with a window that is not 1 to 100
                    op=smpp://u@h:1?bind=receiver        | has for op an address with a bind other than transceiver and pair
                    op=smpp://u@h:1?tls=yes              | has for op an address with a tls other than true and false
                    op=smpps://u@h:1?tls=false           | has for op an address smpps with tls=false
                    op=smpp://u@h:1?tls=true&tls=true    | has for op an address with a bad tls
                    smpp://u@h:1                         | must be a list of name=smpp://user@host:port
                    a=smpp://u@h:1,a=smpp://u@h:2        | names a line twice
                    """)
    void wrongOnesRefuseTheStartAndSayWhatIsWrong(String list, String why) {
        assertThatThrownBy(() -> read(Map.of("hotline.sms.smpp", list)))
                .isInstanceOf(Settings.WrongSetting.class)
                .hasMessage("setting hotline.sms.smpp " + why);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "password, morethan8",
        "sender, abcdefghijklm",
        "alphabet, utf8",
        "ids, hex",
        "long, payload",
        "sourceType, 7/0",
        "destinationType, 1",
        "addressType, 1/2",
        "serviceType, morethan8",
        "validity, 2h",
        "enquire, 0",
        "submitlimit, 301"
    })
    void wrongSettingsOfALineAreNamedWithoutTheirValue(String key, String value) {
        assertThatThrownBy(
                        () -> read(Map.of("hotline.sms.smpp", "op=smpp://u@h:1", "hotline.sms.smpp.op." + key, value)))
                .isInstanceOf(Settings.WrongSetting.class)
                .hasMessageStartingWith("setting hotline.sms.smpp.op." + key + " must")
                .hasMessageNotContaining("morethan8");
    }

    @Test
    void neitherPasswordNorUserIsPrinted() {
        SmppSettings line = read(Map.of(
                        "hotline.sms.smpp", "op=smpp://prov1@h:1", "hotline.sms.smpp.op.password", "geheim"))
                .get(0);
        assertThat(line.toString()).isEqualTo("SmppSettings[op smpp://h:1]");
    }

    @ParameterizedTest(name = "{0}: {1} and {2}")
    @CsvSource({
        "SAME, 1001, 0000001001, true",
        "SAME, 4F-a1, 4f-A1, true",
        "SAME, 1A, 26, false",
        "SUBMIT_HEX, 3E9, 0000001001, true",
        "SUBMIT_HEX, 1001, 1001, false",
        "RECEIPT_HEX, 1001, 3e9, true"
    })
    void idsOfAnswersAndReceiptsAreComparedInOneForm(MessageIds ids, String answer, String receipt, boolean same) {
        assertThat(ids.ofAnswer(answer).equals(ids.ofReceipt(receipt))).isEqualTo(same);
    }
}
