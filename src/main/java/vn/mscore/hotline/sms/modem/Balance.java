package vn.mscore.hotline.sms.modem;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.sms.pdu.UssdText;

/** Asks the network for the SIM's balance with the one configured USSD code (TS 27.007 7.15). */
final class Balance {
    private static final Pattern ANSWER =
            Pattern.compile("\\d\\s*,\\s*\"([^\"]*)\"?\\s*(?:,\\s*(\\d{1,3}))?.*", Pattern.DOTALL);
    private static final int LIMIT = 30;
    private static final int PLAIN = 15;

    private final AtDialogue at;
    private final boolean packed;
    private final String code;

    Balance(AtDialogue at, Quirks quirks, String code) {
        this.at = at;
        this.packed = quirks.is("ussd", "packed");
        this.code = code;
    }

    Optional<String> ask() {
        String written = packed ? UssdText.packed(code) : code;
        if (!at.command("AT+CUSD=1,\"" + written + "\"," + PLAIN, LIMIT).ok()) {
            return Optional.empty();
        }
        Unsolicited answer = at.await("+CUSD", LIMIT);
        at.command("AT+CUSD=2");
        return read(answer == null ? at.late("+CUSD") : answer);
    }

    /** One whose end got lost comes late, with the next answer of the modem. */
    private Optional<String> read(Unsolicited answer) {
        Matcher fields = ANSWER.matcher(answer == null ? "" : answer.value());
        if (!fields.matches()) {
            return Optional.empty();
        }
        int coding = fields.group(2) == null ? PLAIN : Integer.parseInt(fields.group(2));
        return Optional.of(UssdText.read(fields.group(1), coding, packed));
    }
}
