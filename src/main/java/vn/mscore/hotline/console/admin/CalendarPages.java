package vn.mscore.hotline.console.admin;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.calendar.CalendarDesk;
import vn.mscore.hotline.calendar.CalendarDesk.Preview;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Form;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.admin.Deeds.Deed;
import vn.mscore.hotline.console.leader.Figures;

/** Holidays, compensations and swapped days, out of the official notice. */
@Path("admin/calendar")
@For(Role.ADMINISTRATOR)
public class CalendarPages {
    private static final int UNPROCESSABLE = 422;

    private final Pages pages;
    private final Asked asked;
    private final CalendarDesk desk;
    private final Deeds deeds;

    /** Joined by CDI. */
    @Inject
    public CalendarPages(Pages pages, Asked asked, CalendarDesk desk, Deeds deeds) {
        this.pages = pages;
        this.asked = asked;
        this.desk = desk;
        this.deeds = deeds;
    }

    /** What was laid, and a form for more. */
    @GET
    public Response page() {
        return show(Response.Status.OK.getStatusCode(), "", new Preview(List.of(), List.of()));
    }

    /** Shows what a notice would do, or lays it when it was seen. */
    @POST
    @For(value = Role.ADMINISTRATOR, stepUp = true)
    public Response notice() {
        String csv = asked.form().raw("csv", Form.MAX_BYTES).orElse("");
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        if (!asked.form().ticked("lay")) {
            Preview preview = desk.preview(bytes);
            return show(preview.faults().isEmpty() ? 200 : UNPROCESSABLE, csv, preview);
        }
        Preview laid = deeds.tell(
                asked.viewer(),
                new Deed("calendar.changed", "notice"),
                () -> desk.lay(bytes, asked.viewer().login()),
                done -> done.faults().isEmpty());
        return laid.faults().isEmpty() ? back() : show(UNPROCESSABLE, csv, laid);
    }

    /** Takes a row away. */
    @POST
    @For(value = Role.ADMINISTRATOR, stepUp = true, from = ".")
    @Path("lift")
    public Response lift() {
        long id = asked.form().number("id", 1, Long.MAX_VALUE).orElse(0L);
        deeds.tell(
                asked.viewer(),
                new Deed("calendar.lifted", Long.toString(id)),
                () -> desk.lift(id, asked.viewer().login()),
                lifted -> lifted);
        return back();
    }

    private static Response back() {
        return Response.seeOther(URI.create("/console/admin/calendar")).build();
    }

    private Response show(int status, String csv, Preview preview) {
        return pages.page(
                status,
                "admin-calendar",
                Map.of("csv", csv, "preview", preview, "rows", desk.rows(), "figures", new Figures(asked.language())),
                asked);
    }
}
