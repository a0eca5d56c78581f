package vn.mscore.hotline.console.frame;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Menu;
import vn.mscore.hotline.console.Pages;

/** Where everybody begins: at the first entry of the own navigation. */
@Path("/")
@For(everyRole = true)
public class HomePage {
    private final Pages pages;
    private final Asked asked;

    /** Joined by CDI. */
    @Inject
    public HomePage(Pages pages, Asked asked) {
        this.pages = pages;
        this.asked = asked;
    }

    /** Leads on. */
    @GET
    public Response home() {
        List<Menu.Item> items = pages.navigation(asked.viewer());
        return items.isEmpty()
                ? pages.page("home", Map.of(), asked)
                : Response.seeOther(URI.create(items.get(0).path())).build();
    }
}
