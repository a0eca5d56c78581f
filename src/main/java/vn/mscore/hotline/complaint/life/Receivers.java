package vn.mscore.hotline.complaint.life;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.complaint.AccusedOffices;
import vn.mscore.hotline.complaint.AccusedOffices.Accused;
import vn.mscore.hotline.complaint.Categories;
import vn.mscore.hotline.complaint.Category;
import vn.mscore.hotline.complaint.Complaint;
import vn.mscore.hotline.complaint.Impartial.Matter;
import vn.mscore.hotline.complaint.Routing;
import vn.mscore.hotline.complaint.routing.OfficesOfToday;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierLookup;
import vn.mscore.hotline.dossier.ScoreSubject;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Units;

/** Whether an office may get a case. */
@Singleton
class Receivers {
    private static final Reason UNIT =
            new Reason("complaint.unit", "không có đơn vị này / there is no office with this code");
    private static final Reason OWN = new Reason(
            "complaint.own-case",
            "đơn vị bị phản ánh không được tự xác minh / an office does not verify complaints about its own people");
    private static final Reason ACCUSED = new Reason(
            "case.accused",
            "chưa biết đơn vị bị phản ánh: phân loại lại và chọn đơn vị đó, hoặc ghi không rõ"
                    + " / the office complained about is not known: classify again and choose it, or say that it is not known");

    private final Units units;
    private final Categories categories;
    private final Routing routing;
    private final DossierLookup dossiers;
    private final AccusedOffices accused;
    private final OfficesOfToday today;

    @Inject
    Receivers(
            Units units,
            Categories categories,
            Routing routing,
            DossierLookup dossiers,
            AccusedOffices accused,
            OfficesOfToday today) {
        this.units = units;
        this.categories = categories;
        this.routing = routing;
        this.dossiers = dossiers;
        this.accused = accused;
        this.today = today;
    }

    /** Why {@code unit} may not get a classified case. */
    Optional<Reason> refusal(Complaint complaint, UnitCode unit) {
        if (!complaint.classified()) {
            return Refusals.because("case.unclassified", "phân loại trước khi chuyển / classify it first");
        }
        Category category = category(complaint);
        return unknown(unit)
                .or(() -> today.ended(unit, category.code()))
                .or(() -> Refusals.unless(!isOpen(complaint, category), ACCUSED))
                .or(() -> Refusals.unless(mayVerify(complaint, category, unit), OWN));
    }

    /** What it is, or is thought to be until somebody classifies it. */
    Category category(Complaint complaint) {
        return categories.byCode(complaint.category()).orElseGet(categories::other);
    }

    /** Whether it is about people of an office that nobody named yet. */
    private boolean isOpen(Complaint complaint, Category category) {
        return category.neverOwn()
                && offices(complaint.ticket(), complaint.about()).isEmpty()
                && accused.of(complaint.ticket()).isEmpty();
    }

    /** Whether {@code unit} may verify it, by what is known of it now: nobody may before it is said who is complained about. */
    boolean mayVerify(Complaint complaint, UnitCode unit) {
        Category category = category(complaint);
        return !isOpen(complaint, category) && mayVerify(complaint, category, unit);
    }

    private boolean mayVerify(Complaint complaint, Category category, UnitCode unit) {
        Optional<UnitCode> stated = accused.of(complaint.ticket()).flatMap(Accused::unit);
        return routing.mayVerify(category, stated, complaint.about().flatMap(this::office), unit);
    }

    /**
     * Why a case may not stay with the office it is with, once it is of {@code category} and {@code stated} is known: the
     * one complained about has to be stated first. Empty when it is with nobody.
     */
    Optional<Reason> unnamed(Complaint complaint, Category category, Optional<Accused> stated) {
        boolean open = complaint.unit().isPresent() && stated.isEmpty() && isOpen(complaint, category);
        return Refusals.unless(!open, ACCUSED);
    }

    /** Whether the office it is with may go on with it: not the one complained about (R8). */
    boolean mayKeep(Complaint complaint, Category category) {
        return complaint
                .unit()
                .map(unit -> mayVerify(complaint, category, unit))
                .orElse(true);
    }

    /** Refuses a code that no office ever had. */
    Optional<Reason> unknown(UnitCode unit) {
        return Refusals.unless(units.find(unit).isPresent(), UNIT);
    }

    /** The offices complained about: what the desk stated, and that of the dossier. */
    List<UnitCode> offices(TicketNumber ticket, Optional<DossierCode> about) {
        return both(accused.of(ticket), about.flatMap(this::office));
    }

    /** The same of many at once: what was stated is read together, each dossier once. */
    Map<TicketNumber, List<UnitCode>> offices(List<Matter> matters) {
        Map<TicketNumber, Accused> stated =
                accused.of(matters.stream().map(Matter::ticket).toList());
        Map<DossierCode, Optional<UnitCode>> known = new HashMap<>();
        Map<TicketNumber, List<UnitCode>> offices = new HashMap<>();
        for (Matter matter : matters) {
            Optional<UnitCode> office = matter.about().flatMap(about -> known.computeIfAbsent(about, this::office));
            offices.put(matter.ticket(), both(Optional.ofNullable(stated.get(matter.ticket())), office));
        }
        return offices;
    }

    private Optional<UnitCode> office(DossierCode about) {
        return dossiers.scoreSubject(about).map(ScoreSubject::unit);
    }

    private static List<UnitCode> both(Optional<Accused> stated, Optional<UnitCode> ofDossier) {
        return Stream.concat(stated.flatMap(Accused::unit).stream(), ofDossier.stream())
                .distinct()
                .toList();
    }
}
