package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.complaint.Categories;
import vn.mscore.hotline.complaint.Category;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Routing;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.dossier.ScoreSubject;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Units;

/** Whether an office may get a case. */
@Singleton
class Receivers {
    private final Units units;
    private final Categories categories;
    private final Routing routing;
    private final DossierLookup dossiers;

    @Inject
    Receivers(Units units, Categories categories, Routing routing, DossierLookup dossiers) {
        this.units = units;
        this.categories = categories;
        this.routing = routing;
        this.dossiers = dossiers;
    }

    /** Why {@code unit} may not get a classified case. */
    Optional<Reason> refusal(Complaint complaint, UnitCode unit) {
        if (!complaint.classified()) {
            return Refusals.because("case.unclassified", "phân loại trước khi chuyển / classify it first");
        }
        Category category = categories.byCode(complaint.category()).orElseGet(categories::other);
        return refusal(complaint, category, unit);
    }

    /** Why {@code unit} may not get a case of {@code category}. */
    Optional<Reason> refusal(Complaint complaint, Category category, UnitCode unit) {
        if (units.find(unit).isEmpty()) {
            return Refusals.because("complaint.unit", "không có đơn vị này / there is no office with this code");
        }
        return Refusals.unless(
                routing.mayVerify(category, office(complaint), unit),
                new Reason(
                        "complaint.own-case",
                        "đơn vị bị phản ánh không được tự xác minh / an office does not verify complaints about its own people"));
    }

    /** The office complained about, as far as the dossier tells. */
    Optional<UnitCode> office(Complaint complaint) {
        return office(complaint.about());
    }

    /** The office of the dossier a case is about. */
    Optional<UnitCode> office(Optional<DossierCode> about) {
        return about.flatMap(dossiers::scoreSubject).map(ScoreSubject::unit);
    }
}
