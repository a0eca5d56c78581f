package vn.mscore.hotline.sms.modem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnsolicitedTest {
    private static final String NUMBER = "84912345678";
    private static final String PDU = "00040B914819325476F800006211229003518204D4212806";

    @Test
    void itsWordsTellNeitherNumberNorMessage() {
        Unsolicited call = Unsolicited.of("+CLIP: \"" + NUMBER + "\",145", "");
        Unsolicited text = Unsolicited.of("+CMT: ,23", "").with(PDU);
        assertThat(call.toString()).contains("+CLIP").doesNotContain(NUMBER);
        assertThat(text.toString()).contains("+CMT").doesNotContain(PDU);
    }

    @Test
    void noLineNorAnswerTellsMoreInItsWords() {
        assertThat(new AtToken.Line(PDU).toString()).doesNotContain(PDU);
        assertThat(new AtReply(AtReply.End.OK, -1, List.of(PDU)).toString())
                .contains("OK")
                .doesNotContain(PDU);
    }
}
