package vn.mscore.hotline.console.admin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.For;

/** Where the settings begin: with the offices. */
@Path("admin")
@For(Role.ADMINISTRATOR)
public class AdminPage {
    /** Leads to the offices. */
    @GET
    public Response begin() {
        return Response.seeOther(URI.create("/console/admin/units")).build();
    }
}
