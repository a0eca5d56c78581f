package vn.mscore.hotline.citizen;

import vn.mscore.hotline.shared.PhoneNumber;

/** PORT: how the reason of a delay becomes a text to the citizen. Needs a transaction. */
@FunctionalInterface
public interface DelayTexts {
    /** Whether {@code cause}, in the letters this citizen gets, stays within the parts a text may have. */
    boolean fits(String number, PhoneNumber phone, String cause);
}
