package vn.mscore.hotline.dossier;

import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;

/** Whom to ring about a dossier. For the gateway's own calls only: nobody is ever shown or told this number. Needs a transaction. */
public interface ApplicantNumbers {
    /** The number registered with the dossier. */
    Optional<PhoneNumber> of(DossierCode code);
}
