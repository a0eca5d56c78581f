package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.CaseCommand;
import vn.mscore.hotline.complaint.Decision;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Form;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.workbench.QuickAccept.Accepted;
import vn.mscore.hotline.console.workbench.QuickAccept.Card;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * What people do to a case: each command is one call to one use case, which checks the right, the state and the version
 * itself. Done: on to the case or the next one. Refused: 404 for what may not be seen, 403 for the wrong role, else 409
 * with the reason and, when somebody was faster, what he did.
 */
@Path("cases/{ticket}/do/{command:[a-z-]+}")
@For({Role.OPERATOR, Role.OFFICER, Role.LEADER})
public class DeedPage {
    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;

    private final Deeds deeds;
    private final QuickAccept quick;
    private final Onward onward;
    private final MovedOn movedOn;
    private final Pages pages;
    private final Asked asked;

    /** Joined by CDI. */
    @Inject
    public DeedPage(Deeds deeds, QuickAccept quick, Onward onward, MovedOn movedOn, Pages pages, Asked asked) {
        this.deeds = deeds;
        this.quick = quick;
        this.onward = onward;
        this.movedOn = movedOn;
        this.pages = pages;
        this.asked = asked;
    }

    /** Does it. */
    @POST
    public Response doIt(@PathParam("ticket") String ticket, @PathParam("command") String command) {
        Grip grip = grip(ticket);
        return command.equals("accept-suggestion")
                ? accept(grip)
                : answer(grip, deeds.doIt(command(command), grip, asked.form()));
    }

    private Response accept(Grip grip) {
        Accepted accepted = quick.accept(grip, card(asked.form()));
        return accepted.notSent()
                .map(reason -> go(onward.notSent(grip, reason)))
                .orElseGet(() -> answer(grip, accepted.decision()));
    }

    private static Card card(Form form) {
        return new Card(Deeds.kind(form), Deeds.code(form, "category"), form.unit("unit"));
    }

    private Response answer(Grip grip, Decision decision) {
        return decision.refusal()
                .map(reason -> refused(grip, reason))
                .orElseGet(() -> done(grip, asked.form().ticked("next")));
    }

    private Grip grip(String ticket) {
        TicketNumber number = TicketNumber.parse(ticket).orElseThrow(NotFoundException::new);
        return new Grip(asked.viewer(), number, asked.form().version().orElseThrow(BadRequestException::new));
    }

    private static CaseCommand command(String code) {
        return Arrays.stream(CaseCommand.values())
                .filter(command -> command.code().equals(code))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private Response done(Grip grip, boolean next) {
        if (asked.form().ticked("quiet")) {
            return Response.noContent().build();
        }
        return go(next ? onward.after(grip) : onward.same(grip));
    }

    private Response go(URI where) {
        return asked.fragment()
                ? Response.noContent().header("HX-Redirect", where).build()
                : Response.seeOther(where).build();
    }

    private Response refused(Grip grip, Reason reason) {
        String code = reason.code();
        if (code.equals("case.unknown")) {
            throw new NotFoundException();
        }
        Map<String, Object> model = movedOn.model(asked, grip, reason);
        int status = code.equals("case.not-yours") ? FORBIDDEN : CONFLICT;
        return pages.page(status, asked.fragment() ? "refused-fragment" : "refused", model, asked);
    }
}
