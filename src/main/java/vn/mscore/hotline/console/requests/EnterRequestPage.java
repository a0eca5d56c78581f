package vn.mscore.hotline.console.requests;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.citizen.SubjectWish;
import vn.mscore.hotline.complaint.EnterCase.Channel;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Form;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.SentForms;
import vn.mscore.hotline.console.requests.RequestEntry.Entered;
import vn.mscore.hotline.shared.Reason;

/** The form for a request about one's own data at the counter, on the telephone or on paper. */
@Path("requests/new")
@For(Role.OPERATOR)
public class EnterRequestPage {
    private static final int LONG = 2000;

    private final Pages pages;
    private final Asked asked;
    private final RequestEntry entry;
    private final SentForms sent;

    /** Joined by CDI. */
    @Inject
    public EnterRequestPage(Pages pages, Asked asked, RequestEntry entry, SentForms sent) {
        this.pages = pages;
        this.asked = asked;
        this.entry = entry;
        this.sent = sent;
    }

    /** The empty form. */
    @GET
    public Response form() {
        return show(Form.EMPTY, Optional.empty());
    }

    /** Keeps it, once, and goes to the request. */
    @POST
    public Response keep() {
        return sent.once(asked, this::kept);
    }

    private Response kept() {
        Entered entered = entry.enter(asked.viewer(), asked.form());
        return entered.refusal().isPresent()
                ? show(asked.form(), entered.refusal())
                : Response.seeOther(URI.create("/console/requests/" + entered.number()))
                        .build();
    }

    private Response show(Form typed, Optional<Reason> refused) {
        Map<String, Object> model = Map.of(
                "channels", Channel.values(),
                "wishes", SubjectWish.values(),
                "channel", typed.text("channel", LONG).orElse(""),
                "wish", typed.text("wish", LONG).orElse(""),
                "phone", typed.text("phone", LONG).orElse(""),
                "typed", typed.text("text", LONG).orElse(""),
                "fault", refused.map(asked::sentence).orElse(""));
        int status =
                refused.isPresent() ? Response.Status.CONFLICT.getStatusCode() : Response.Status.OK.getStatusCode();
        return pages.page(status, "requests/enter", model, asked);
    }
}
