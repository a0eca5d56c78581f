package vn.mscore.hotline.citizen;

import vn.mscore.hotline.shared.PhoneNumber;

/** PORT: how the reason of a delay or a refusal becomes a text to the citizen. Needs a transaction. */
public interface DelayTexts {
    /** Whether {@code cause} of a delay, in the letters this citizen gets, stays within the parts a text may have. */
    boolean fits(String number, PhoneNumber phone, String cause);

    /** The same of {@code cause} of a refusal. */
    boolean fitsRefusal(String number, PhoneNumber phone, String cause);
}
