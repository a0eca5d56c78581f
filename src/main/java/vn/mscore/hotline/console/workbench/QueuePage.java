package vn.mscore.hotline.console.workbench;

import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseFilter;
import vn.mscore.hotline.complaint.CaseList;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.QueueItem;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.Background;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.leader.Downloads;
import vn.mscore.hotline.console.workbench.live.ScreenEvents;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.Language;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** The queue: one bookmarkable address per view of it, and its rows one by one for what changes while it is open. */
@Path("queue")
@For({Role.OPERATOR, Role.OFFICER, Role.LEADER, Role.DELEGATE})
public class QueuePage {
    private static final int LONGEST = 200;

    private final Queue queue;
    private final CaseList cases;
    private final UnitChoice offices;
    private final RowVoices voices;
    private final LastCase last;
    private final Readings readings;
    private final ScreenEvents events;
    private final CaseSheet sheet;
    private final Downloads downloads;
    private final Pages pages;
    private final Asked asked;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public QueuePage(
            Queue queue,
            CaseList cases,
            UnitChoice offices,
            RowVoices voices,
            LastCase last,
            Readings readings,
            ScreenEvents events,
            CaseSheet sheet,
            Downloads downloads,
            Pages pages,
            Asked asked,
            InTransaction transaction) {
        this.queue = queue;
        this.cases = cases;
        this.offices = offices;
        this.voices = voices;
        this.last = last;
        this.readings = readings;
        this.events = events;
        this.sheet = sheet;
        this.downloads = downloads;
        this.pages = pages;
        this.asked = asked;
        this.transaction = transaction;
    }

    /** The page; for htmx only its list. Words in the address are not read. {@code done} is the case that was worked on last. */
    @GET
    public Response page(@Context UriInfo uri, @QueryParam("done") String done) {
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>(uri.getQueryParameters());
        query.remove("text");
        return show(query, done);
    }

    /** The tabs with what they hold now. */
    @GET
    @Path("tabs")
    @Background
    public Response tabs(@Context UriInfo uri) {
        MultivaluedMap<String, String> query = new MultivaluedHashMap<>(uri.getQueryParameters());
        query.remove("text");
        QueueWishes wishes = wishes(query);
        Viewer viewer = asked.viewer();
        Map<String, Object> model = new HashMap<>();
        model.put("counts", transaction.call(() -> queue.counts(viewer, wishes.filter())));
        model.put("wishes", wishes);
        model.put("counted", CaseList.COUNTED);
        model.put("operator", viewer.is(Role.OPERATOR));
        return pages.page("queue-tabs", model, asked);
    }

    /** The page of what holds some words. */
    @POST
    public Response within() {
        return show(fields(), null);
    }

    /** What the page lists, to the last row, as a file; written down with the number of rows. */
    @POST
    @Path("export")
    public Response export() {
        CaseFilter filter = wishes(fields()).filter();
        Viewer viewer = asked.viewer();
        Language language = asked.language();
        return downloads.send(CaseSheet.NAME, () -> sheet.of(viewer, filter, language));
    }

    private MultivaluedMap<String, String> fields() {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        for (String name : List.of("group", "kind", "channel", "unit", "text", "after")) {
            asked.form().text(name, LONGEST).ifPresent(value -> fields.add(name, value));
        }
        return fields;
    }

    /** An office may be typed by its name too; where none is meant the list is not asked less of, and the field says so. */
    private Response show(MultivaluedMap<String, String> wanted, String done) {
        String typed =
                Optional.ofNullable(wanted.getFirst("unit")).map(String::strip).orElse("");
        Optional<UnitCode> office = offices.typed(typed);
        if (typed.length() <= LONGEST) {
            wanted.remove("unit");
            office.ifPresent(code -> wanted.putSingle("unit", code.value()));
        }
        Map<String, Object> model = model(wishes(wanted), done);
        model.put("stray", office.isPresent() ? "" : typed);
        return pages.page(asked.fragment() ? "queue-list" : "queue", model, asked);
    }

    private static QueueWishes wishes(MultivaluedMap<String, String> wanted) {
        try {
            return QueueWishes.of(wanted);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e);
        }
    }

    private Map<String, Object> model(QueueWishes wishes, String done) {
        Viewer viewer = asked.viewer();
        Map<String, Object> model = new HashMap<>();
        transaction.run(() -> {
            CaseList.Page page = queue.page(viewer, wishes.filter(), wishes.cursor());
            model.put("list", page);
            model.put("before", last.of(viewer, done));
            model.put("voices", voices.of(viewer, page.items()));
            model.put("since", events.position());
            model.put("counts", queue.counts(viewer, wishes.filter()));
        });
        model.put("wishes", wishes);
        model.put("say", readings.of(asked));
        model.put("kinds", ComplaintKind.values());
        model.put("channels", CaseFilter.Channel.values());
        model.put("counted", CaseList.COUNTED);
        model.put("operator", viewer.is(Role.OPERATOR));
        model.put("desk", Queue.withDesk(viewer, wishes.filter()));
        return model;
    }

    /** Of the tickets in the address, at most {@link CaseList#THERE}, those that are there for the viewer; set apart by dots. */
    @GET
    @Path("there")
    @Produces(MediaType.TEXT_PLAIN)
    public String there(@QueryParam("tickets") String tickets) {
        List<TicketNumber> asks = Arrays.stream(
                        Optional.ofNullable(tickets).orElse("").split("\\."))
                .limit(CaseList.THERE)
                .flatMap(one -> TicketNumber.parse(one).stream())
                .toList();
        return transaction.call(() -> cases.there(asked.viewer(), asks)).stream()
                .map(TicketNumber::digits)
                .collect(Collectors.joining("."));
    }

    /** One row as it is now; 404 when it is not there or not for the viewer. */
    @GET
    @Path("rows/{ticket}")
    public Response row(@PathParam("ticket") String ticket) {
        TicketNumber number = TicketNumber.parse(ticket).orElseThrow(NotFoundException::new);
        Map<String, Object> model = transaction.call(() -> {
            QueueItem item = cases.row(asked.viewer(), number).orElseThrow(NotFoundException::new);
            return Map.of("item", item, "say", readings.of(asked), "voices", voices.of(asked.viewer(), List.of(item)));
        });
        return pages.page("queue-row", model, asked);
    }
}
