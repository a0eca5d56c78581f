package vn.mscore.hotline.console.requests;

import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Set;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;

/** Numbers of a request in clear, each look written to the audit trail. */
@Path("requests/{number}/reveal")
@For(Role.OPERATOR)
public class RevealPage {
    private final DataDesk desk;
    private final Pages pages;
    private final Asked asked;

    /** Joined by CDI. */
    @Inject
    public RevealPage(DataDesk desk, Pages pages, Asked asked) {
        this.desk = desk;
        this.pages = pages;
        this.asked = asked;
    }

    /** Whose data it is about. */
    @POST
    public Response phone(@PathParam("number") String number) {
        return shown(desk.reveal(asked.viewer(), number)
                .orElseThrow(NotFoundException::new)
                .local());
    }

    /** Those in the words. */
    @POST
    @Path("spoken")
    public Response spoken(@PathParam("number") String number) {
        Set<String> numbers = desk.revealSpoken(asked.viewer(), number);
        if (numbers.isEmpty()) {
            throw new NotFoundException();
        }
        return shown(String.join(", ", numbers));
    }

    private Response shown(String number) {
        return pages.page("revealed", Map.of("number", number), asked);
    }
}
