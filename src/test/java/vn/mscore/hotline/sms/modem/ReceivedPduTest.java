package vn.mscore.hotline.sms.modem;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.sms.KeptIntake;

class ReceivedPduTest {
    private static final String DELIVER =
            "0791448720003023240DD0E474D81C0EBB010000111011315214000BE474D81C0EBB5DE3771B";

    private final KeptIntake intake = new KeptIntake();

    @Test
    void whatWasKeptAsHexIsReadAgain() {
        ReceivedPdu.kept("one", "452040000000001", DELIVER.getBytes(ISO_8859_1)).tell(intake);
        assertThat(intake.log()).containsExactly("TEXT diafaan diafaan.com");
    }

    @Test
    void whatWasKeptAsOctetsIsReadAgain() {
        ReceivedPdu.kept("one", "452040000000001", HexFormat.of().parseHex(DELIVER))
                .tell(intake);
        assertThat(intake.log()).containsExactly("TEXT diafaan diafaan.com");
    }
}
