package vn.mscore.hotline.console.custody;

import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.SealedCases;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.platform.InTransaction;

/** Search in the sealed lane; what is typed stays out of the address. */
@Path("sealed")
@For(Role.CUSTODIAN)
public class FindPage {
    private static final int LONGEST = 200;

    private final Pages pages;
    private final Asked asked;
    private final SealedCases cases;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public FindPage(Pages pages, Asked asked, SealedCases cases, InTransaction transaction) {
        this.pages = pages;
        this.asked = asked;
        this.cases = cases;
        this.transaction = transaction;
    }

    /** What was found. */
    @POST
    @Path("search")
    public Response find() {
        String typed = asked.form().text("q", LONGEST).orElse("");
        List<CoverRow> found = transaction.call(() ->
                cases.find(asked.viewer(), typed).stream().map(CoverRow::of).toList());
        boolean stale = !asked.viewer().stepUpFresh();
        return pages.page("sealed/found", Map.of("rows", found, "q", typed, "stale", stale), asked);
    }
}
