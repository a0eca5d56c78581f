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

/** Whoever asks: what he was told of. Leaders and delegates have it on their boards, which load it anew from here. */
@Path("told")
@For({Role.OPERATOR, Role.LEADER, Role.DELEGATE})
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

    /** The list as it is now, without the page around it when a board asks for it anew. */
    @GET
    public Response page() {
        return pages.page(asked.fragment() ? "told-list" : "told", Map.of("told", told.of(asked)), asked);
    }
}
