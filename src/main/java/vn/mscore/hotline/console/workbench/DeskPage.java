package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Impartial;
import vn.mscore.hotline.complaint.Impartial.Matter;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.workbench.live.ScreenEvents;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.score.LowScores;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.switchboard.CallbackBook;
import vn.mscore.hotline.switchboard.CallbackBook.Outcome;
import vn.mscore.hotline.switchboard.CallbackCalls;

/** Call-backs and bad marks: shown in the queue, settled here. */
@Path("desk")
@For(Role.OPERATOR)
public class DeskPage {
    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final URI QUEUE = URI.create("/console/queue");

    private final CallbackBook book;
    private final CallbackCalls calls;
    private final Complaints complaints;
    private final Impartial impartial;
    private final LowScores scores;
    private final AuditTrail trail;
    private final ScreenEvents events;
    private final Pages pages;
    private final Asked asked;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public DeskPage(
            CallbackBook book,
            CallbackCalls calls,
            Complaints complaints,
            Impartial impartial,
            LowScores scores,
            AuditTrail trail,
            ScreenEvents events,
            Pages pages,
            Asked asked,
            InTransaction transaction) {
        this.book = book;
        this.calls = calls;
        this.complaints = complaints;
        this.impartial = impartial;
        this.scores = scores;
        this.trail = trail;
        this.events = events;
        this.pages = pages;
        this.asked = asked;
        this.transaction = transaction;
    }

    /** The number to call, written down as read. */
    @POST
    @Path("callbacks/{id:[0-9]+}/reveal")
    public Response reveal(@PathParam("id") long id) {
        refuseRelated(id, "reveal");
        PhoneNumber phone = transaction.call(() -> {
            PhoneNumber number = book.number(id).orElseThrow(NotFoundException::new);
            trail.note(asked.viewer(), "phone.revealed", "callback " + id, "");
            return number;
        });
        return pages.page("revealed", Map.of("number", phone.local()), asked);
    }

    /** Rings the operator's telephone and then the citizen. */
    @POST
    @Path("callbacks/{id:[0-9]+}/call")
    public Response call(@PathParam("id") long id) {
        Optional<Reason> refused = transaction.call(() -> {
            Optional<Reason> reason =
                    related(id, "call").or(() -> calls.call(id, asked.viewer().login()));
            if (reason.isEmpty()) {
                trail.note(asked.viewer(), "callback.called", "callback " + id, "");
            }
            return reason;
        });
        Map<String, Object> model =
                Map.of("refused", refused.map(asked::sentence).orElse(""));
        return pages.page(refused.isPresent() ? CONFLICT : OK, "calling", model, asked);
    }

    private void refuseRelated(long id, String tried) {
        if (transaction.call(() -> related(id, tried)).isPresent()) {
            throw new ForbiddenException();
        }
    }

    /** Why the reader has nothing to do with the citizen of a case that is read out. */
    private Optional<Reason> related(long id, String tried) {
        return book.readout(id)
                .flatMap(readout -> complaints.see(readout.ticket()))
                .flatMap(complaint -> impartial.against(asked.viewer(), Matter.of(complaint), tried));
    }

    /** Somebody called. */
    @POST
    @Path("callbacks/{id:[0-9]+}/done")
    public Response called(@PathParam("id") long id) {
        refuseRelated(id, "done");
        Outcome outcome = asked.form().choice("outcome", Outcome.class).orElseThrow(BadRequestException::new);
        // Elsewhere the case is locked before the call. Who loses has rung already and must not be told to ring again.
        transaction.insist(() -> {
            if (book.done(id, outcome, asked.viewer().login())) {
                trail.note(asked.viewer(), "callback.done", "callback " + id, "");
            }
        });
        return Response.seeOther(QUEUE).build();
    }

    /** Somebody looked at a bad mark. */
    @POST
    @Path("marks/{id:[0-9]+}/seen")
    public Response seen(@PathParam("id") long id) {
        transaction.run(() -> {
            if (scores.seen(id, asked.viewer().login())) {
                trail.note(asked.viewer(), "mark.seen", "mark " + id, "");
                events.refresh();
            }
        });
        return Response.seeOther(QUEUE).build();
    }
}
