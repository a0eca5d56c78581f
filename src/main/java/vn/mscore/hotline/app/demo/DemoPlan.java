package vn.mscore.hotline.app.demo;

import java.util.Optional;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.UnitCode;

/**
 * A dossier to make up, its times told in working days from the day of loading.
 *
 * @param owner who may know it
 * @param place the offices it passes
 * @param receivedAgo working days ago
 * @param dueIn working days from now, negative when late
 */
record DemoPlan(
        DossierCode code, Owner owner, Place place, DemoField field, DemoState state, int receivedAgo, int dueIn) {
    /** Number and PIN, if any. */
    record Owner(Optional<PhoneNumber> phone, Optional<String> pin) {
        static final Owner NOBODY = new Owner(Optional.empty(), Optional.empty());
    }

    /** One-stop, specialised room and the head's office. */
    record Place(UnitCode oneStop, UnitCode room, UnitCode office) {
        static Place of(String oneStop, String roomOfCommune) {
            String body = oneStop.substring(0, oneStop.lastIndexOf('-'));
            boolean district = oneStop.endsWith("-BPTN");
            return new Place(
                    new UnitCode(oneStop),
                    new UnitCode(body + "-" + (district ? "TNMT" : roomOfCommune)),
                    new UnitCode(body + "-VP"));
        }
    }

    /** A field of service, the commune's room for it, its days and a usual procedure. */
    record DemoField(String code, String room, int days, String procedure) {}
}
