package vn.mscore.hotline.complaint.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import vn.mscore.hotline.complaint.ComplaintFeed;
import vn.mscore.hotline.platform.FeedCursor;
import vn.mscore.hotline.platform.InTransaction;

/** Tickets for the software of the offices: states and days, never words or numbers. */
@Singleton
@Path("/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
public class ComplaintResource {
    private static final int MOST = 200;

    private final ComplaintFeed feed;
    private final InTransaction transaction;

    /** Reads {@code feed}. */
    @Inject
    public ComplaintResource(ComplaintFeed feed, InTransaction transaction) {
        this.feed = feed;
        this.transaction = transaction;
    }

    /**
     * Tickets registered or moved after a cursor, oldest change first; a ticket comes again whenever it moves. Secret
     * items and words nobody has classified are not there.
     *
     * @param after the {@code next} of the page before; absent for the beginning
     * @param limit 1 to 200, beyond is cut
     */
    @GET
    public JsonObject after(@QueryParam("after") String after, @QueryParam("limit") @DefaultValue("100") int limit) {
        FeedCursor cursor = FeedCursor.parse(after).orElseThrow(BadRequestException::new);
        int most = Math.max(1, Math.min(limit, MOST));
        ComplaintFeed.Page page = transaction.call(() -> feed.after(cursor, most));
        JsonArrayBuilder items = Json.createArrayBuilder();
        page.items().forEach(item -> items.add(json(item)));
        return Json.createObjectBuilder()
                .add("items", items)
                .add("next", page.next().toString())
                .build();
    }

    private static JsonObjectBuilder json(ComplaintFeed.Item item) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("ticket", item.ticket().digits())
                .add("kind", item.kind().name())
                .add("status", item.state().name())
                .add("classified", item.classified())
                .add("category", item.category())
                .add("registered", item.registered().toString())
                .add("due", item.due().toString());
        item.unit().ifPresent(unit -> json.add("unit", unit.value()));
        item.dossier().ifPresent(code -> json.add("dossier", code.value()));
        item.routed().ifPresent(day -> json.add("routed", day.toString()));
        item.answered().ifPresent(day -> json.add("answered", day.toString()));
        return json;
    }
}
