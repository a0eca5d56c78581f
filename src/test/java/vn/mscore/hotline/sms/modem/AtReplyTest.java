package vn.mscore.hotline.sms.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtReplyTest {
    private static AtReply reply(String... lines) {
        return new AtReply(AtReply.End.OK, -1, List.of(lines));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            an IMSI                  | 452040000000001                   | 452040000000001
            in quotes and by name    | +CGSN: "356938035643809"          | 356938035643809
            with a software version  | 3569380356438091                  | 3569380356438091
            news of the modem before | DST: 0;452040000000001            | 452040000000001
            news of the modem behind | 452040000000001;DST: 1            | 452040000000001
            a time of day            | NITZ: 26/11/28;452040000000001    | 452040000000001
            too few digits           | 4520400000001                     | ''
            too many digits          | 45204000000000123                 | ''
            only news                | DST: 0                            | ''
            """)
    void aNumberIsALineOfFourteenToSixteenDigits(String name, String lines, String number) {
        assertThat(reply(lines.split(";")).number()).as(name).isEqualTo(number);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            bare            | huawei                          | huawei
            by name         | +CGMI: "SIMCOM INCORPORATED"    | SIMCOM INCORPORATED
            news before     | DST: 0;SIMCOM_Ltd               | SIMCOM_Ltd
            a name in words | Manufacturer: Quectel           | Manufacturer: Quectel
            only news       | DST: 0                          | ''
            """)
    void aTextIsTheFirstLineThatIsNoNews(String name, String lines, String text) {
        assertThat(reply(lines.split(";")).text()).as(name).isEqualTo(text);
    }

    @Test
    void noLineIsNoText() {
        assertThat(reply().text()).isEmpty();
        assertThat(reply().number()).isEmpty();
    }
}
