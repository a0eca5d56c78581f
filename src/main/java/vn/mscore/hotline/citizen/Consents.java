package vn.mscore.hotline.citizen;

import java.time.Instant;
import vn.mscore.hotline.shared.PhoneNumber;

/** Whether a number may be asked for scores; every change is kept with time, channel and wording version. */
public interface Consents {
    /** Stops surveys and notices that are not asked for. Returns the time to confirm with (ND 91/2020). */
    Instant optOut(PhoneNumber phone, String channel);

    /** Takes the refusal back. */
    Instant optIn(PhoneNumber phone, String channel);

    /** Whether surveys are refused. Absence of a refusal is not consent to anything else. */
    boolean hasOptedOut(PhoneNumber phone);
}
