package vn.mscore.hotline.sms;

import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;

/**
 * A whole text message as its reader gets it: parts joined, stored and committed long before.
 *
 * @param id row id in the inbox
 * @param line name of the line it came in by
 * @param sender the number, empty for names, short codes and hidden senders (which are never answered)
 * @param text as written, any Unicode; missing parts are marked {@code [...]}
 * @param sentAt the network's time stamp (3GPP TS 23.040 9.2.3.11), empty when it is not a date
 * @param receivedAt when we stored its first part
 * @param flood true when this number sends far more than a person does: keep the words, spare the answers
 * @param late what it belongs to, when it is a part that came too late; empty for a message of its own
 */
public record IncomingSms(
        long id,
        String line,
        Optional<PhoneNumber> sender,
        String text,
        Optional<Instant> sentAt,
        Instant receivedAt,
        boolean flood,
        Optional<LatePart> late) {

    /** A message of its own. */
    public IncomingSms(
            long id,
            String line,
            Optional<PhoneNumber> sender,
            String text,
            Optional<Instant> sentAt,
            Instant receivedAt,
            boolean flood) {
        this(id, line, sender, text, sentAt, receivedAt, flood, Optional.empty());
    }

    /** The same message with another text. */
    public IncomingSms saying(String other) {
        return new IncomingSms(id, line, sender, other, sentAt, receivedAt, flood, late);
    }
}
