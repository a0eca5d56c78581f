package vn.mscore.hotline.desk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import vn.mscore.hotline.citizen.Limits;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.PhoneNumber;

/**
 * The one way to match a caller and a dossier. A wrong PIN is never told apart from none: it counts, and when a number or
 * a code has used up its tries even the right one proves nothing until the window is over (security R13-R16).
 */
@Singleton
public class CitizenProof {
    private static final Duration DAY = Duration.ofHours(24);

    private final DossierLookup dossiers;
    private final Limits limits;
    private final int wrongPerNumber;
    private final int wrongPerCode;

    /** Reads {@code hotline.secondFactor.wrong.perNumber.day} and {@code .perCode.24h}, 3 each. */
    @Inject
    public CitizenProof(DossierLookup dossiers, Limits limits, Settings settings) {
        this.dossiers = dossiers;
        this.limits = limits;
        this.wrongPerNumber = settings.number("hotline.secondFactor.wrong.perNumber.day", 3, 1, 1000);
        this.wrongPerCode = settings.number("hotline.secondFactor.wrong.perCode.24h", 3, 1, 1000);
    }

    /** What ties the caller to the dossier. */
    public enum Tie {
        /** Nothing but the code: level 0. */
        NONE,
        /** The number registered with the dossier: level 1. */
        REGISTERED_PHONE,
        /** The PIN of the receipt: level 1. */
        PIN
    }

    /** Weighs what the caller shows. */
    public Tie of(PhoneNumber phone, DossierCode code, Optional<String> pin) {
        return dossiers.isApplicantsPhone(code, phone) ? Tie.REGISTERED_PHONE : byPin(phone, code, pin);
    }

    /** Weighs a PIN alone: for a number that proves nothing. */
    public Tie byPin(PhoneNumber phone, DossierCode code, Optional<String> pin) {
        return pin.isPresent() && isRight(phone, code, pin.get()) ? Tie.PIN : Tie.NONE;
    }

    private boolean isRight(PhoneNumber phone, DossierCode code, String pin) {
        // Held first: two tries at one moment would both find room for one.
        boolean locked = limits.held("pin.number", phone.e164(), DAY) >= wrongPerNumber
                || limits.held("pin.code", code.value(), DAY) >= wrongPerCode;
        boolean right = dossiers.isPin(code, pin);
        if (!right && !locked) {
            limits.take("pin.number", phone.e164(), wrongPerNumber, DAY);
            limits.take("pin.code", code.value(), wrongPerCode, DAY);
        }
        return right && !locked;
    }
}
