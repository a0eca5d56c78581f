package vn.mscore.hotline.sms.modem;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import vn.mscore.hotline.sms.LastIntake;
import vn.mscore.hotline.sms.Never;
import vn.mscore.hotline.sms.pdu.Pdu;

/**
 * Octets of a modem that lies: lines within their bound, and every message kept, read or put aside. In {@code verify} over
 * the inputs beside it, with {@code -Pfuzz} over new ones.
 */
@Timeout(20)
class WireFuzzTest {
    @FuzzTest
    void lines(byte[] octets) {
        List<AtToken> tokens = new ArrayList<>();
        boolean good = new LineAssembler().feed(octets, octets.length, tokens::add);
        Never.unless(tokens.size() <= octets.length + 1, "more than came");
        Never.unless(good || octets.length > LineAssembler.MAX_LINE, "given up for nothing");
        for (AtToken token : tokens) {
            if (token instanceof AtToken.Line line) {
                Never.unless(!line.text().isEmpty() && line.text().length() <= LineAssembler.MAX_LINE, "no line");
                read(line.text());
            }
        }
    }

    private static void read(String line) {
        Unsolicited news = Unsolicited.of(line, "AT+CMGL=4");
        if (news != null) {
            news.wantsPdu();
            news.textMode();
            news.restarted();
        }
        AtReply reply = new AtReply(AtReply.End.OK, -1, List.of(line));
        Never.unless(reply.text().length() <= line.length(), "longer than it came");
        told(line);
    }

    @FuzzTest
    void messages(byte[] octets) {
        told(Pdu.hex(octets));
        told(new String(octets, StandardCharsets.ISO_8859_1));
    }

    private static void told(String hex) {
        LastIntake intake = new LastIntake();
        new ReceivedPdu("m1", "452040000000001", hex).tell(intake);
        Never.unless(intake.count() == 1, "kept nowhere or twice");
    }
}
