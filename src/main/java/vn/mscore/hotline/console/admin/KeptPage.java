package vn.mscore.hotline.console.admin;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.admin.Deeds.Deed;
import vn.mscore.hotline.console.leader.Figures;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.sms.KeptMail;

/**
 * What waits for a person. The technician sees that it waits and gives it back; the words, which nobody has classified yet and
 * which may be a denunciation, only a custodian opens, and only he says that they are dealt with.
 */
@Path("kept")
@For({Role.ADMINISTRATOR, Role.CUSTODIAN})
public class KeptPage {
    private static final int NEWEST = 200;
    private static final int CONFLICT = 409;

    private final Pages pages;
    private final Asked asked;
    private final KeptMail mail;
    private final InTransaction transaction;
    private final AuditTrail audit;
    private final Deeds deeds;

    /** Joined by CDI. */
    @Inject
    public KeptPage(Pages pages, Asked asked, KeptMail mail, InTransaction transaction, AuditTrail audit, Deeds deeds) {
        this.pages = pages;
        this.asked = asked;
        this.mail = mail;
        this.transaction = transaction;
        this.audit = audit;
        this.deeds = deeds;
    }

    /** The list. */
    @GET
    public Response page() {
        return show(Response.Status.OK.getStatusCode(), 0, "", false);
    }

    /** The words of one, for a custodian; written down. */
    @POST
    @Path("{id}/open")
    @For(value = Role.CUSTODIAN, stepUp = true, from = "/console/kept")
    public Response open(@PathParam("id") long id) {
        String words = transaction.call(() -> {
            String opened = mail.open(id).orElseThrow(NotFoundException::new);
            audit.note(asked.viewer(), "kept.opened", Long.toString(id), "");
            return opened;
        });
        return show(Response.Status.OK.getStatusCode(), id, words, false);
    }

    /** Gives one back to be read. */
    @POST
    @Path("{id}/again")
    @For(value = Role.ADMINISTRATOR, stepUp = true, from = "/console/kept")
    public Response again(@PathParam("id") long id) {
        Deed deed = new Deed("kept.again", Long.toString(id));
        boolean read = mail.readAgain(id, () -> deeds.tell(asked.viewer(), deed, () -> true, done -> done));
        return read ? back() : show(CONFLICT, 0, "", true);
    }

    /** A custodian, who alone may know its words, has dealt with one that cannot be read. */
    @POST
    @Path("{id}/settle")
    @For(value = Role.CUSTODIAN, stepUp = true, from = "/console/kept")
    public Response settle(@PathParam("id") long id) {
        transaction.run(() -> {
            if (mail.settle(id)) {
                audit.note(asked.viewer(), "kept.settled", Long.toString(id), "");
            }
        });
        return back();
    }

    private static Response back() {
        return Response.seeOther(URI.create("/console/kept")).build();
    }

    private Response show(int status, long opened, String words, boolean unreadable) {
        return pages.page(
                status,
                "kept",
                Map.of(
                        "rows",
                        transaction.call(() -> mail.newest(NEWEST)),
                        "opened",
                        opened,
                        "words",
                        words,
                        "unreadable",
                        unreadable,
                        "technician",
                        asked.viewer().is(Role.ADMINISTRATOR),
                        "figures",
                        new Figures(asked.language())),
                asked);
    }
}
