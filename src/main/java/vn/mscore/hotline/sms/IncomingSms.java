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
 * @param continues inbox id of an earlier message handed over incomplete (marked {@code [...]}) that this text, a part
 *     which came too late, belongs to; empty for a message of its own
 * @param flood true when this number sends far more than a person does: keep the words, spare the answers
 */
public record IncomingSms(
        long id,
        String line,
        Optional<PhoneNumber> sender,
        String text,
        Optional<Instant> sentAt,
        Instant receivedAt,
        boolean flood,
        Optional<Long> continues) {

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
}
