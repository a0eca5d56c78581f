package vn.mscore.hotline.desk.ivr;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.desk.CitizenProof;
import vn.mscore.hotline.desk.CitizenProof.Tie;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.shared.PhoneNumber;

/** What the number that a call shows is worth: it is a claim, believed where the trunk checks numbers (ADR 52, security R16). */
@Singleton
class ShownNumber {
    private final CitizenProof proof;
    private final boolean believed;

    /** Reads {@code hotline.voice.number.proves}, true. */
    @Inject
    ShownNumber(CitizenProof proof, Settings settings) {
        this.proof = proof;
        this.believed = settings.flag("hotline.voice.number.proves", true);
    }

    /** The number of a caller who is taken for the one it is registered for. */
    Optional<PhoneNumber> believed(Dialogue talk) {
        return talk.caller().filter(shown -> believed);
    }

    /** Weighs what a caller shows; needs a transaction. */
    Tie of(PhoneNumber phone, DossierCode code, Optional<String> pin) {
        return believed ? proof.of(phone, code, pin) : proof.byPin(phone, code, pin);
    }
}
