package vn.mscore.hotline.console.accounts;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.access.Accounts;
import vn.mscore.hotline.access.Accounts.Outcome;
import vn.mscore.hotline.access.Accounts.Trusting;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.Shown;

/** Who is to become a custodian or an administrator, for everybody who may agree or must know. */
@Path("trust")
@For({Role.ADMINISTRATOR, Role.CUSTODIAN, Role.AUDITOR})
public class TrustPage {
    private static final int UNPROCESSABLE = 422;

    private final Pages pages;
    private final Asked asked;
    private final Accounts accounts;

    /** Joined by CDI. */
    @Inject
    public TrustPage(Pages pages, Asked asked, Accounts accounts) {
        this.pages = pages;
        this.asked = asked;
        this.accounts = accounts;
    }

    /** What was asked for in the last ninety days. */
    @GET
    public Response list() {
        return page(Response.Status.OK.getStatusCode(), "");
    }

    /** Agrees to a wish. */
    @POST
    @Path("{login}/{deed}")
    @For(
            value = {Role.ADMINISTRATOR, Role.CUSTODIAN, Role.AUDITOR},
            stepUp = true,
            from = "/console/trust")
    public Response agree(@PathParam("login") String login, @PathParam("deed") String deed) {
        Outcome outcome = accounts.agree(asked.viewer(), login, deed);
        return outcome.refusal()
                .map(why -> page(UNPROCESSABLE, "fault." + why.code()))
                .orElseGet(this::list);
    }

    private Response page(int status, String fault) {
        List<Line> lines =
                accounts.trusted(asked.viewer()).stream().map(Line::of).toList();
        return pages.page(status, "accounts/trust", Map.of("wishes", lines, "fault", fault), asked);
    }

    /** A wish as it is shown. */
    public record Line(Trusting wish, String at) {
        static Line of(Trusting wish) {
            return new Line(wish, Shown.time(wish.at()));
        }
    }
}
