package vn.mscore.hotline.sms;

import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;

/** What the deployer agreed with the operator of a line. Wrong values refuse the start. */
public interface LineContract {
    /** The line's own number ({@code .number} behind its settings key), empty when it has none or nobody said. */
    Optional<PhoneNumber> number(SmsLine line);

    /** The price of a message part in dong ({@code .dongPerPart}, else {@code hotline.sms.dongPerPart}). */
    int dong(SmsLine line);
}
