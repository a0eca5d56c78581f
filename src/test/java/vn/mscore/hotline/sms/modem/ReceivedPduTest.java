package vn.mscore.hotline.sms.modem;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.KeptIntake;

class ReceivedPduTest {
    private static final String DELIVER =
            "0791448720003023240DD0E474D81C0EBB010000111011315214000BE474D81C0EBB5DE3771B";

    private final KeptIntake intake = new KeptIntake();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a name in digits      | 000414D0385A2E269BD16AB61B0E0000628011410300820BD8671044AC8298C96215 | TEXT "84912345678" XOA DU LIEU | -
                    national              | 000409A119325476F8000062801141030082024822                           | TEXT 0912345678 HD             | +84912345678
                    national as the other | 00040A919021436587000062801141030082024822                           | TEXT 0912345678 HD             | +84912345678
                    international         | 00040B914819325476F8000062801141030082024822                         | TEXT +84912345678 HD           | +84912345678
                    a report, national    | 00060709A119325476F8621122900351826211229003028200                   | REPORT 7 0912345678 DELIVERED  | +84912345678
                    """)
    void thePartyIsReadSoThatANumberCanBeAnswered(String name, String hex, String kept, String number) {
        new ReceivedPdu("one", "452040000000001", hex).tell(intake);
        assertThat(intake.log()).containsExactly(kept);
        String party = kept.replaceAll("TEXT |REPORT 7 | .*", "");
        assertThat(PhoneNumber.parse(party).map(PhoneNumber::e164).orElse("-")).isEqualTo(number);
    }

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
