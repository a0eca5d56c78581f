package vn.mscore.hotline.sms.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.SmsLine.Submission;
import vn.mscore.hotline.sms.pdu.Pdu;
import vn.mscore.hotline.sms.pdu.TextSplitter;

class SubmitterTest {
    /** TP-VP (TS 23.040 9.2.3.12) is the octet before the length of the text. */
    @ParameterizedTest
    @CsvSource({
        "PT0S, 0031000B914819325476F8000000044374F80D",
        "PT5M, 0031000B914819325476F8000000044374F80D",
        "PT1H, 0031000B914819325476F800000B044374F80D",
        "PT12H, 0031000B914819325476F800008F044374F80D",
        "P1D, 0031000B914819325476F80000A7044374F80D"
    })
    void theNetworkIsToldHowLongATextIsWorthIt(Duration validity, String pdu) {
        Submission sms = new Submission(1, new PhoneNumber("+84912345678"), "Chao", validity);
        assertThat(Pdu.hex(Submitter.pdu(sms, TextSplitter.split("Chao", 1, 8).get(0))))
                .isEqualTo(pdu);
    }
}
