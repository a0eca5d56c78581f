package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.CaseFile;
import vn.mscore.hotline.complaint.CaseList;
import vn.mscore.hotline.complaint.Timeline;
import vn.mscore.hotline.complaint.ToldUpward;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.Background;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.workbench.live.Presence;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * One case on one screen. What the viewer may not see is 404, word for word as a ticket that never was; a case he must keep off
 * is 403 and says only that it is a colleague's.
 */
@Path("cases/{ticket}")
@For({Role.OPERATOR, Role.OFFICER, Role.LEADER, Role.DELEGATE})
public class CasePage {
    private static final int FORBIDDEN = 403;

    private final CaseModels models;
    private final AnothersCase anothers;
    private final CaseFile file;
    private final Timeline timeline;
    private final CaseList list;
    private final Presence presence;
    private final ToldUpward told;
    private final Onward onward;
    private final Pages pages;
    private final Asked asked;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public CasePage(
            CaseModels models,
            AnothersCase anothers,
            CaseFile file,
            Timeline timeline,
            CaseList list,
            Presence presence,
            ToldUpward told,
            Onward onward,
            Pages pages,
            Asked asked,
            InTransaction transaction) {
        this.models = models;
        this.anothers = anothers;
        this.file = file;
        this.timeline = timeline;
        this.list = list;
        this.presence = presence;
        this.told = told;
        this.onward = onward;
        this.pages = pages;
        this.asked = asked;
        this.transaction = transaction;
    }

    /**
     * The page; whoever was told of the case upward has looked at it with this. {@code done} is the case that was worked on just
     * before, to take it back from here; {@code refused} is the code of the reason why it was not sent to an office.
     */
    @GET
    public Response page(
            @PathParam("ticket") String ticket,
            @QueryParam("done") String done,
            @QueryParam("refused") String refused) {
        TicketNumber number = number(ticket);
        Optional<Map<String, Object>> model = models.of(asked, number, done);
        if (model.isEmpty()) {
            Map<String, Object> kept = anothers.of(asked, number).orElseThrow(NotFoundException::new);
            return pages.page(FORBIDDEN, "case-anothers", kept, asked);
        }
        model.get()
                .put(
                        "refused",
                        Optional.ofNullable(refused)
                                .filter(code -> code.matches("[a-z.-]{1,40}"))
                                .orElse(""));
        transaction.insist(() -> told.look(asked.viewer(), number));
        return pages.page("case", model.get(), asked);
    }

    /** Words and steps too old for {@link #page}; {@code page} 1 stands right before them. */
    @GET
    @Path("earlier")
    public Response earlier(@PathParam("ticket") String ticket, @QueryParam("page") @DefaultValue("1") String page) {
        int wanted = Optional.of(page)
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::valueOf)
                .orElseThrow(NotFoundException::new);
        Map<String, Object> model =
                models.earlier(asked, number(ticket), wanted).orElseThrow(NotFoundException::new);
        return pages.page("case-earlier", model, asked);
    }

    /** The telephone numbers in the citizen's words in clear, written to the audit trail. */
    @POST
    @Path("reveal-spoken")
    @For(Role.OPERATOR)
    public Response revealSpoken(@PathParam("ticket") String ticket) {
        Set<String> numbers = transaction.call(() -> timeline.revealSpoken(asked.viewer(), number(ticket)));
        if (numbers.isEmpty()) {
            throw new NotFoundException();
        }
        return pages.page("revealed", Map.of("number", String.join(", ", numbers)), asked);
    }

    /** The number in clear, written to the audit trail. */
    @POST
    @Path("reveal")
    @For(Role.OPERATOR)
    public Response reveal(@PathParam("ticket") String ticket) {
        PhoneNumber phone = transaction
                .call(() -> file.reveal(asked.viewer(), number(ticket)))
                .orElseThrow(NotFoundException::new);
        return pages.page("revealed", Map.of("number", phone.local()), asked);
    }

    /** Says that the viewer has the case open; answers who else has. */
    @POST
    @Path("presence")
    @Background
    public Response presence(@PathParam("ticket") String ticket) {
        TicketNumber number = number(ticket);
        Map<String, Object> model = transaction.call(() -> {
            if (list.row(asked.viewer(), number).isEmpty()) {
                throw new NotFoundException();
            }
            presence.looking(asked.viewer(), number);
            return Map.of("others", presence.others(asked.viewer(), number));
        });
        return pages.page("presence", model, asked);
    }

    /** Leaves it for later: on to the next one that waits. */
    @POST
    @Path("skip")
    @For(Role.OPERATOR)
    public Response skip(@PathParam("ticket") String ticket) {
        URI next = onward.past(asked.viewer(), number(ticket)).orElseThrow(NotFoundException::new);
        return Response.seeOther(next).build();
    }

    private static TicketNumber number(String ticket) {
        return TicketNumber.parse(ticket).orElseThrow(NotFoundException::new);
    }
}
