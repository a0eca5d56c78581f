package vn.mscore.hotline.console.delegate;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.QuestionMarks;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.Words;
import vn.mscore.hotline.console.leader.ToldRows;
import vn.mscore.hotline.report.DelegateBoard;
import vn.mscore.hotline.report.DelegateBoard.Wanted;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;

/** The digest of a session for one delegate. */
@Path("delegate")
@For(Role.DELEGATE)
public class DelegatePage {
    private final Pages pages;
    private final Asked asked;
    private final DelegateBoard board;
    private final QuestionMarks marks;
    private final ToldRows told;
    private final Words words;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    public DelegatePage(
            Pages pages,
            Asked asked,
            DelegateBoard board,
            QuestionMarks marks,
            ToldRows told,
            Words words,
            Clock clock) {
        this.pages = pages;
        this.asked = asked;
        this.board = board;
        this.marks = marks;
        this.told = told;
        this.words = words;
        this.clock = clock;
    }

    /**
     * The digest between two days, the last three months when they are not given or cannot be read, with one page of its
     * cases, the first when none can be read; only what one committee follows, when there is such a one.
     */
    @GET
    public Response page(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("committee") String committee,
            @QueryParam("page") String page) {
        DigestPart part = DigestPart.of(from, to, today()).of(committee, page);
        String known = board.committees().contains(part.committee()) ? part.committee() : "";
        Wanted wanted = new Wanted(part.from(), part.to(), known, part.page());
        return board.of(asked.viewer(), wanted)
                .map(found -> pages.page("delegate", model(found, known), asked))
                .orElseGet(() -> pages.page("leader-none", Map.of(), asked));
    }

    private Map<String, Object> model(DelegateBoard.Digest found, String committee) {
        return Map.of(
                "view",
                new DigestView(found, asked.language()),
                "told",
                told.of(asked),
                "committee",
                committee,
                "committees",
                board.committees().stream().map(this::committee).toList());
    }

    /** A committee of the council to choose. */
    public record Committee(String code, String name) {}

    private Committee committee(String code) {
        String key = "committee." + code;
        return new Committee(code, words.has(asked.language(), key) ? words.say(asked.language(), key) : code);
    }

    /** Puts a case forward for questioning or oversight. */
    @POST
    @Path("questions/{ticket}")
    public Response mark(@PathParam("ticket") String ticket) {
        return after(marks.mark(asked.viewer(), number(ticket)));
    }

    /** Takes it from that list. */
    @POST
    @Path("questions/{ticket}/back")
    public Response unmark(@PathParam("ticket") String ticket) {
        return after(marks.unmark(asked.viewer(), number(ticket)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(7));
    }

    private static TicketNumber number(String ticket) {
        return TicketNumber.parse(ticket).orElseThrow(NotFoundException::new);
    }

    /** Back to the page that the form stood on. */
    private Response after(Optional<Reason> refused) {
        if (refused.isPresent()) {
            throw new NotFoundException();
        }
        return Response.seeOther(DigestPart.of(asked.form(), today()).address()).build();
    }
}
