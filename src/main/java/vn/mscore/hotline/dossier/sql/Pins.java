package vn.mscore.hotline.dossier.sql;

import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.privacy.BlindIndex;

/** The four digits printed on a receipt: kept as a keyed hash bound to the code, so ten thousand guesses need our key. */
final class Pins {
    private Pins() {}

    static byte[] hash(BlindIndex index, DossierCode code, String pin) {
        return index.of(BlindIndex.Purpose.PIN, code.value() + "|" + pin);
    }
}
