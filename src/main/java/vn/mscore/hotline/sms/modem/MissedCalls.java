package vn.mscore.hotline.sms.modem;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.sms.pdu.AddressField;

/** Incoming voice calls: the number is noted, the call hung up. Late RING lines of the same call are not a second one. */
final class MissedCalls {
    private static final Pattern NUMBER = Pattern.compile("\"([+0-9*#]{0,30})\"\\s*,?\\s*(\\d{0,3}).*");
    private static final int NUMBER_COMES_WITHIN = 2;
    private static final long SAME_CALL = Duration.ofSeconds(3).toNanos();

    private final AtDialogue at;
    private final Reception reception;
    private final Quirks quirks;
    private long hungUp = System.nanoTime() - SAME_CALL;

    MissedCalls(AtDialogue at, Reception reception, Quirks quirks) {
        this.at = at;
        this.reception = reception;
        this.quirks = quirks;
    }

    /** It rings: the number usually follows at once. */
    void rings() {
        if (!sameCall()) {
            Unsolicited clip = at.await("+CLIP", NUMBER_COMES_WITHIN);
            end(clip == null ? "" : clip.value());
        }
    }

    /** The number came before or without RING. */
    void caller(String clip) {
        if (!sameCall()) {
            end(clip);
        }
    }

    private boolean sameCall() {
        return System.nanoTime() - hungUp < SAME_CALL;
    }

    private static String party(String clip) {
        Matcher number = NUMBER.matcher(clip);
        return number.matches()
                ? new AddressField(Integer.parseInt("0" + number.group(2)), number.group(1)).party()
                : "";
    }

    private void end(String clip) {
        reception.missedCall(party(clip));
        for (String command : quirks.list("hangup")) {
            if (at.command(command).ok()) {
                break;
            }
        }
        hungUp = System.nanoTime();
    }
}
