package vn.mscore.hotline.console.admin;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.LegalHolds;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.Refill;
import vn.mscore.hotline.console.SentForms;
import vn.mscore.hotline.console.admin.Deeds.Deed;
import vn.mscore.hotline.console.leader.Figures;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.privacy.ErasureLog;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;

/** What is kept how long, what must be kept longer, what was erased. */
@Path("admin/retention")
@For(Role.ADMINISTRATOR)
public class RetentionPages {
    private static final int NEWEST = 100;
    private static final int UNPROCESSABLE = 422;
    private static final Reason TICKET = new Reason("hold.ticket", "Mã phiếu sai / not a ticket number");

    private final Pages pages;
    private final Asked asked;
    private final LegalHolds holds;
    private final ErasureLog log;
    private final InTransaction transaction;
    private final Deeds deeds;
    private final Settings settings;
    private final SentForms sent;

    /** Joined by CDI. */
    @Inject
    public RetentionPages(
            Pages pages,
            Asked asked,
            LegalHolds holds,
            ErasureLog log,
            InTransaction transaction,
            Deeds deeds,
            Settings settings,
            SentForms sent) {
        this.pages = pages;
        this.asked = asked;
        this.holds = holds;
        this.log = log;
        this.transaction = transaction;
        this.deeds = deeds;
        this.settings = settings;
        this.sent = sent;
    }

    /** The page. */
    @GET
    public Response page() {
        return show(Response.Status.OK.getStatusCode(), Refill.NONE);
    }

    /** A new hold. */
    @POST
    @For(value = Role.ADMINISTRATOR, stepUp = true)
    public Response place() {
        String reason = asked.form().text("reason", 1000).orElse("");
        Optional<TicketNumber> ticket = asked.form().text("ticket", 20).flatMap(TicketNumber::parse);
        if (ticket.isEmpty()) {
            return refused("ticket", TICKET);
        }
        return sent.once(asked, () -> placed(ticket.get(), reason));
    }

    private Response placed(TicketNumber ticket, String reason) {
        Optional<Reason> refused = deeds.tell(
                asked.viewer(),
                new Deed("hold.placed", ticket.digits()),
                () -> holds.place(ticket, reason, asked.viewer().login()),
                Optional::isEmpty);
        return refused.map(why -> refused("reason", why)).orElseGet(RetentionPages::back);
    }

    /** Ends a hold. */
    @POST
    @For(value = Role.ADMINISTRATOR, stepUp = true, from = ".")
    @Path("lift")
    public Response lift() {
        long id = asked.form().number("id", 1, Long.MAX_VALUE).orElse(0L);
        deeds.tell(
                asked.viewer(),
                new Deed("hold.lifted", Long.toString(id)),
                () -> holds.lift(id, asked.viewer().login()),
                lifted -> lifted);
        return back();
    }

    private static Response back() {
        return Response.seeOther(URI.create("/console/admin/retention")).build();
    }

    private Response refused(String field, Reason why) {
        return show(UNPROCESSABLE, new Refill("hold", field, asked.sentence(why), asked.form()));
    }

    private Response show(int status, Refill refill) {
        return pages.page(
                status,
                "admin-retention",
                Map.of(
                        "refill", refill,
                        "requests", settings.number("hotline.retention.requests.months", 24, 1, 1200),
                        "messages", settings.number("hotline.retention.sms.months", 24, 1, 1200),
                        "cases", settings.number("hotline.retention.cases.months", 60, 1, 1200),
                        "sealed", settings.number("hotline.retention.sealed.months", 60, 1, 1200),
                        "recordings", settings.number("hotline.retention.recordings.months", 12, 1, 1200),
                        "holds", holds.standing(),
                        "erasures", transaction.call(() -> log.newest(NEWEST)),
                        "figures", new Figures(asked.language())),
                asked);
    }
}
