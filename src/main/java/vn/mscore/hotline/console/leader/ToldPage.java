package vn.mscore.hotline.console.leader;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;

/** What the council, and while no office has a case the desk, was told of: leaders and delegates have it on their boards. */
@Path("told")
@For(Role.OPERATOR)
public class ToldPage {
    private final Pages pages;
    private final Asked asked;
    private final ToldRows told;

    /** Joined by CDI. */
    @Inject
    public ToldPage(Pages pages, Asked asked, ToldRows told) {
        this.pages = pages;
        this.asked = asked;
        this.told = told;
    }

    /** The list as it is now. */
    @GET
    public Response page() {
        return pages.page("told", Map.of("told", told.of(asked)), asked);
    }
}
