package vn.mscore.hotline.console.voice;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.Timeline;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.workbench.Readings;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.switchboard.WaitingCaller;
import vn.mscore.hotline.switchboard.WaitingLine;

/** What is known of a caller who waits or talks: everything this number ever said to us, and its dossiers. */
@Path("callers/{call}")
@For(Role.OPERATOR)
public class CallerPage {
    private final WaitingLine line;
    private final Timeline timeline;
    private final AuditTrail trail;
    private final Readings readings;
    private final Pages pages;
    private final Asked asked;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public CallerPage(
            WaitingLine line,
            Timeline timeline,
            AuditTrail trail,
            Readings readings,
            Pages pages,
            Asked asked,
            InTransaction transaction) {
        this.line = line;
        this.timeline = timeline;
        this.trail = trail;
        this.readings = readings;
        this.pages = pages;
        this.asked = asked;
        this.transaction = transaction;
    }

    /** The page; 404 once the call is over. */
    @GET
    public Response page(@PathParam("call") String call) {
        Map<String, Object> model = new HashMap<>();
        transaction.run(() -> {
            WaitingCaller caller = caller(call);
            model.put("caller", WaitingPage.Row.of(caller));
            model.put("talking", caller.talking());
            Timeline.Page lines = caller.phone()
                    .map(phone -> timeline.ofNumber(asked.viewer(), phone))
                    .orElse(new Timeline.Page(List.of(), false));
            model.put("timeline", lines.lines());
            model.put("older", lines.more());
            model.put(
                    "dossiers",
                    caller.phone()
                            .map(phone -> timeline.dossiersOfNumber(asked.viewer(), phone))
                            .orElse(List.of()));
            trail.note(asked.viewer(), "caller.seen", "call " + call, "");
        });
        model.put("say", readings.of(asked));
        return pages.page("caller", model, asked);
    }

    private WaitingCaller caller(String call) {
        return line.now().stream()
                .filter(one -> one.callId().equals(call))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** The number in clear, written to the audit trail. */
    @POST
    @Path("reveal")
    public Response reveal(@PathParam("call") String call) {
        PhoneNumber phone = transaction.call(() -> {
            PhoneNumber number = caller(call).phone().orElseThrow(NotFoundException::new);
            trail.note(asked.viewer(), "phone.revealed", "call " + call, "");
            return number;
        });
        return pages.page("revealed", Map.of("number", phone.local()), asked);
    }
}
