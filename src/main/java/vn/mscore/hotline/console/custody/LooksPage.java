package vn.mscore.hotline.console.custody;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.SealedCases;
import vn.mscore.hotline.complaint.SealedCases.Look;
import vn.mscore.hotline.complaint.SealedCases.Looks;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.platform.InTransaction;

/** What the other custodians looked at, the page with the oldest unseen first; seen is what a page showed and nothing else. */
@Path("sealed")
@For(Role.CUSTODIAN)
public class LooksPage {
    private static final int MOST = 1_000;

    private final Pages pages;
    private final Asked asked;
    private final SealedCases cases;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public LooksPage(Pages pages, Asked asked, SealedCases cases, InTransaction transaction) {
        this.pages = pages;
        this.asked = asked;
        this.cases = cases;
        this.transaction = transaction;
    }

    /** A page of them; what is no page is the one with the oldest unseen. */
    @GET
    @Path("looks")
    public Response looks(@QueryParam("page") String address) {
        int page = address != null && address.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(address) : 0;
        return transaction.call(() -> {
            Looks looks = cases.looksOfOthers(asked.viewer(), page);
            long shown = looks.looks().stream().filter(Look::fresh).count();
            Map<String, Object> model = new HashMap<>();
            model.put("rows", LookRow.of(looks.looks()));
            model.put("page", looks.page());
            model.put("more", looks.more());
            model.put("olderUnseen", looks.olderUnseen());
            model.put("shown", shown);
            model.put("left", cases.unseen(asked.viewer()) - shown);
            return pages.page("sealed/looks", model, asked);
        });
    }

    /** The reader has seen those of his page; what is left to see comes next. */
    @POST
    @Path("looks")
    public Response seen() {
        long newest = asked.form().number("newest", 1, Long.MAX_VALUE).orElseThrow(NotFoundException::new);
        long shown = asked.form().number("shown", 1, MOST).orElseThrow(NotFoundException::new);
        int left = transaction.call(() -> {
            cases.seen(asked.viewer(), newest, (int) shown);
            return cases.unseen(asked.viewer());
        });
        return Response.seeOther(URI.create("/console/sealed" + (left > 0 ? "/looks" : "")))
                .build();
    }
}
