package vn.mscore.hotline.sms.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.sms.KeptIntake;
import vn.mscore.hotline.sms.LineState.Status;
import vn.mscore.hotline.sms.SmsLine.SendOutcome;
import vn.mscore.hotline.sms.SmsLine.Submission;

/** A message centre of jSMPP's own server before each test, and the line that a test binds to it. */
abstract class AtCentre {
    static final PhoneNumber LAN = new PhoneNumber("+84912345678");
    static final String FROM = "84912345678";

    final KeptIntake intake = new KeptIntake();
    Centre centre;
    SmppLine line;

    @BeforeEach
    void openCentre() throws IOException {
        centre = new Centre();
    }

    @AfterEach
    void closeBoth() throws IOException {
        if (line != null) {
            line.stop();
        }
        centre.close();
    }

    /** Started, bound or not. */
    SmppLine line(String address, Map<String, String> more) {
        line = QuickLine.to(address, more);
        line.start(intake);
        return line;
    }

    void bound(Map<String, String> more) throws InterruptedException {
        line(centre.address(""), more);
        ready();
    }

    /** Bound to a centre that is not asked for a proof that it heard our answers. */
    void unasked() throws InterruptedException {
        line = QuickLine.unasked(centre.address(""));
        line.start(intake);
        ready();
    }

    void ready() throws InterruptedException {
        assertThat(Centre.await(() -> line.state().status() == Status.READY))
                .as(() -> line.state().toString())
                .isTrue();
    }

    SendOutcome send(String text) {
        return line.send(new Submission(7, LAN, text));
    }
}
