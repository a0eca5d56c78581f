package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.CaseList;
import vn.mscore.hotline.complaint.CaseSearch;
import vn.mscore.hotline.complaint.QueueItem;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.workbench.live.ScreenEvents;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * Search by words, ticket, dossier code and, for operators, number. What was typed comes in the body of a POST: an address
 * stays in the history of a browser and in the logs of a proxy (security L9).
 */
@Path("search")
@For({Role.OPERATOR, Role.OFFICER, Role.LEADER, Role.DELEGATE})
public class SearchPage {
    private static final int LONGEST = 200;

    /** Rows when somebody wants more than the first: whoever needs others says more of what he looks for. */
    private static final int MORE = 5 * CaseList.PAGE;

    private final CaseSearch search;
    private final RowVoices voices;
    private final Readings readings;
    private final ScreenEvents events;
    private final Pages pages;
    private final Asked asked;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public SearchPage(
            CaseSearch search,
            RowVoices voices,
            Readings readings,
            ScreenEvents events,
            Pages pages,
            Asked asked,
            InTransaction transaction) {
        this.search = search;
        this.voices = voices;
        this.readings = readings;
        this.events = events;
        this.pages = pages;
        this.asked = asked;
        this.transaction = transaction;
    }

    /** The page to ask from. */
    @GET
    public Response page() {
        return show("", looked("", CaseList.PAGE), CaseList.PAGE);
    }

    /** The page with what was found; a ticket that is found opens at once. */
    @POST
    public Response find() {
        String typed = asked.form().text("q", LONGEST).orElse("").strip();
        int most = asked.form().ticked("more") ? MORE : CaseList.PAGE;
        Found found = looked(typed, most);
        if (found.items().size() == 1 && TicketNumber.parse(typed).isPresent()) {
            return open(
                    URI.create("/console/cases/" + found.items().get(0).ticket().get()));
        }
        return show(typed, found, most);
    }

    private record Found(String since, List<QueueItem> items, boolean more, RowVoices.Lengths voices) {}

    // What happens between the two is shown twice rather than never: the newest sign first.
    private Found looked(String typed, int most) {
        return transaction.call(() -> {
            String since = events.position();
            List<QueueItem> all = search.find(asked.viewer(), typed, most + 1);
            List<QueueItem> items = all.subList(0, Math.min(most, all.size()));
            return new Found(since, items, all.size() > most, voices.of(asked.viewer(), items));
        });
    }

    private Response open(URI where) {
        return asked.fragment()
                ? Response.noContent().header("HX-Redirect", where).build()
                : Response.seeOther(where).build();
    }

    private Response show(String typed, Found found, int most) {
        Map<String, Object> model = Map.of(
                "q",
                typed,
                "found",
                found.items(),
                "cut",
                found.more() ? most : 0,
                "widest",
                most == MORE,
                "operator",
                asked.viewer().is(Role.OPERATOR),
                "since",
                found.since(),
                "voices",
                found.voices(),
                "say",
                readings.of(asked));
        return pages.page("search", model, asked);
    }
}
