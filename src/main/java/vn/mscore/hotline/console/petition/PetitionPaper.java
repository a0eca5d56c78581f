package vn.mscore.hotline.console.petition;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.complaint.CaseLog;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.complaint.Petitions;
import vn.mscore.hotline.complaint.WorkCases;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.Refill;
import vn.mscore.hotline.console.workbench.MovedOn;
import vn.mscore.hotline.console.workbench.Readings;
import vn.mscore.hotline.console.workbench.live.ScreenEvents;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.unit.Units;

/** Draws the page and the form. */
@Singleton
public class PetitionPaper {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int OK = 200;
    private static final int REFUSED = 409;
    private static final List<String> TYPED =
            List.of("learned", "decision", "unit", "day", "at", "ground", "more", "why");

    private final Pages pages;
    private final Asked asked;
    private final Petitions petitions;
    private final PetitionForm forms;
    private final Units units;
    private final Clock clock;
    private final MovedOn moved;
    private final Readings readings;
    private final ScreenEvents events;
    private final InTransaction transaction;
    private final WorkCases cases;

    /** Joined by CDI. */
    @Inject
    PetitionPaper(
            Pages pages,
            Asked asked,
            Petitions petitions,
            PetitionForm forms,
            Units units,
            Clock clock,
            MovedOn moved,
            Readings readings,
            ScreenEvents events,
            InTransaction transaction,
            WorkCases cases) {
        this.cases = cases;
        this.pages = pages;
        this.asked = asked;
        this.petitions = petitions;
        this.forms = forms;
        this.units = units;
        this.clock = clock;
        this.moved = moved;
        this.readings = readings;
        this.events = events;
        this.transaction = transaction;
    }

    Response page(TicketNumber ticket, Refill refill) {
        return drawn(refill, model(ticket, refill, List.of()));
    }

    Response movedOn(Grip grip, Refill refill) {
        return drawn(refill, movedOnModel(grip, refill));
    }

    /** The page as it is now, with what others did since the reader's screen was made and what he typed on it. */
    Map<String, Object> movedOnModel(Grip grip, Refill refill) {
        return model(grip.ticket(), refill, moved.changes(grip, "case.moved-on"));
    }

    private Response drawn(Refill refill, Map<String, Object> model) {
        return pages.page(refill.why().isEmpty() ? OK : REFUSED, "petition/page", model, asked);
    }

    private Map<String, Object> model(TicketNumber ticket, Refill refill, List<CaseLog.Entry> changes) {
        Map<String, Object> model = new HashMap<>();
        model.putAll(transaction.call(() -> Map.of("since", events.position(), "it", view(ticket))));
        model.put("reach", transaction.call(() -> cases.reach(ticket)).name());
        model.put("grounds", petitions.grounds());
        model.put("refill", refill);
        model.put("changes", changes);
        model.put("say", readings.of(asked));
        model.put(
                "typed",
                TYPED.stream()
                        .map(field -> refill.value(refill.form(), field, ""))
                        .filter(text -> !text.isBlank())
                        .toList());
        return model;
    }

    Response form(TicketNumber ticket) {
        Map<String, Object> model = transaction.call(() -> forms.of(asked.viewer(), view(ticket)));
        return pages.page("petition/form", model, asked);
    }

    Response notice(TicketNumber ticket) {
        PetitionView view = transaction.call(() -> view(ticket));
        Petitions.Ground ground = petitions.grounds().stream()
                .filter(one -> one.code().equals(view.ground()))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        return pages.page("petition/notice", Map.of("it", view, "ground", ground), asked);
    }

    private PetitionView view(TicketNumber ticket) {
        Petitions.Petition petition = petitions.of(asked.viewer(), ticket).orElseThrow(NotFoundException::new);
        String place = petition.appointment()
                .map(appointment -> units.name(appointment.place()).full())
                .orElse("");
        return PetitionView.of(petition, LocalDate.ofInstant(clock.instant(), VIETNAM), place);
    }
}
