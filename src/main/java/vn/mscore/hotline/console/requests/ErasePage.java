package vn.mscore.hotline.console.requests;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.citizen.SubjectDesk;
import vn.mscore.hotline.citizen.SubjectRequest;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.requests.Erasure.Sure;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.Reason;

/** Says what would be gone and erases it after a fresh code, a reason and the number of the request. */
@Path("requests/{number}/erase")
@For(Role.OPERATOR)
public class ErasePage {
    private static final int LONGEST = 500;
    private static final int NUMBER = 20;

    private final Pages pages;
    private final Asked asked;
    private final SubjectDesk requests;
    private final Erasure erasure;
    private final OwnRows rows;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public ErasePage(
            Pages pages, Asked asked, SubjectDesk requests, Erasure erasure, OwnRows rows, InTransaction transaction) {
        this.pages = pages;
        this.asked = asked;
        this.requests = requests;
        this.erasure = erasure;
        this.rows = rows;
        this.transaction = transaction;
    }

    /** What would be gone. */
    @GET
    public Response ask(@PathParam("number") String number) {
        return transaction.call(() -> {
            SubjectRequest request = find(number);
            Optional<Reason> closed = erasure.against(asked.viewer(), request);
            return page(request, closed, closed.isEmpty());
        });
    }

    /** Erases it. */
    @POST
    @For(value = Role.OPERATOR, stepUp = true)
    public Response erase(@PathParam("number") String number) {
        Sure sure = new Sure(why(), asked.form().text("number", NUMBER).orElse(""));
        Optional<Reason> refused = erasure.erase(asked.viewer(), number, sure);
        return refused.isPresent()
                ? transaction.call(() -> page(find(number), refused, Erasure.isMendable(refused.get())))
                : Response.seeOther(URI.create("/console/requests/" + number)).build();
    }

    private String why() {
        return asked.form().text("text", LONGEST).orElse("");
    }

    private SubjectRequest find(String number) {
        return requests.find(number).orElseThrow(NotFoundException::new);
    }

    private Response page(SubjectRequest request, Optional<Reason> refused, boolean open) {
        Map<String, Object> model = new HashMap<>();
        model.put("number", request.number());
        model.put("open", open);
        model.put("typed", why());
        model.put("refusal", refused.map(asked::sentence).orElse(""));
        if (open) {
            model.put("counts", rows.count(request.phone()));
        }
        int status = (refused.isEmpty() ? Response.Status.OK : Response.Status.CONFLICT).getStatusCode();
        return pages.page(status, "requests/erase", model, asked);
    }
}
