package vn.mscore.hotline.console.voice;

import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.Background;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.switchboard.OperatorPresence;
import vn.mscore.hotline.switchboard.WaitingCaller;
import vn.mscore.hotline.switchboard.WaitingLine;

/** Who waits on the telephone, who is on the operator's own, and whether the operator takes calls. */
@Path("waiting")
@For(Role.OPERATOR)
public class WaitingPage {
    private static final int CONFLICT = 409;
    private static final int LONGEST = 40;
    private static final URI QUEUE = URI.create("/console/queue");

    private final WaitingLine line;
    private final OperatorPresence presence;
    private final AuditTrail trail;
    private final Pages pages;
    private final Asked asked;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public WaitingPage(
            WaitingLine line,
            OperatorPresence presence,
            AuditTrail trail,
            Pages pages,
            Asked asked,
            InTransaction transaction) {
        this.line = line;
        this.presence = presence;
        this.trail = trail;
        this.pages = pages;
        this.asked = asked;
        this.transaction = transaction;
    }

    /**
     * A caller as the panel shows him.
     *
     * @param number masked, empty when hidden
     * @param since for the counting clock
     */
    public record Row(String callId, String number, String topic, String since, int position) {
        static Row of(WaitingCaller caller) {
            return new Row(
                    caller.callId(),
                    caller.phone().map(PhoneNumber::masked).orElse(""),
                    caller.topic(),
                    caller.since().toString(),
                    caller.position());
        }
    }

    /** The panel; loaded anew when the line moves. */
    @GET
    @Background
    public Response panel() {
        return pages.page("waiting", transaction.call(() -> model(Optional.empty())), asked);
    }

    /** What the panel shows to whoever asks. */
    Map<String, Object> model(Optional<Reason> refused) {
        Optional<String> device = presence.deviceOf(asked.viewer().login());
        List<String> taken =
                presence.now().stream().map(OperatorPresence.Seat::device).toList();
        Map<String, Object> model = new HashMap<>();
        model.put("device", device.orElse(""));
        model.put(
                "devices",
                presence.devices().stream().filter(one -> !taken.contains(one)).toList());
        model.put("present", presence.now().size());
        model.put("mine", device.flatMap(line::with).map(Row::of).map(List::of).orElse(List.of()));
        model.put(
                "rows",
                line.now().stream().filter(one -> !one.talking()).map(Row::of).toList());
        model.put("refused", refused.map(asked::sentence).orElse(""));
        return model;
    }

    /** The operator begins or stops to take calls at a telephone. */
    @POST
    @Path("presence")
    public Response presence() {
        String device = asked.form().text("device", LONGEST).orElseThrow(BadRequestException::new);
        boolean present = asked.form().ticked("present");
        return transaction.call(() -> {
            Optional<Reason> refused = presence.set(asked.viewer().login(), device, present);
            if (refused.isEmpty()) {
                trail.note(asked.viewer(), present ? "seat.taken" : "seat.left", device, "");
            }
            if (!asked.fragment()) {
                return Response.seeOther(QUEUE).build();
            }
            return pages.page(refused.isPresent() ? CONFLICT : 200, "waiting", model(refused), asked);
        });
    }
}
