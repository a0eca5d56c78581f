package vn.mscore.hotline.complaint.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.mscore.hotline.complaint.ComplaintFeed;
import vn.mscore.hotline.platform.FeedRequest;
import vn.mscore.hotline.platform.InTransaction;

/** Tickets for the software of the offices: states and days, never words or numbers. */
@Singleton
@Path("/v1/complaints")
@Tag(name = "complaints")
@Produces(MediaType.APPLICATION_JSON)
public class ComplaintResource {
    private static final String EXAMPLE =
            "{\"items\":[{\"ticket\":\"26001239\",\"kind\":\"FEEDBACK\",\"status\":\"DA_CHUYEN\",\"category\":\"GTDB\",\"registered\":\"2026-08-14\",\"due\":\"2026-08-24\",\"unit\":\"KS-UBND\",\"routed\":\"2026-08-14\"}],\"next\":\"AAAAAAAAAAE\"}";

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
     */
    @GET
    @Operation(summary = "Tickets registered or moved after a cursor, oldest change first")
    @APIResponse(
            responseCode = "200",
            description =
                    "states and days only: no number, no words; secret items and words nobody has classified are not there",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, example = EXAMPLE))
    @APIResponse(responseCode = "400", description = "the cursor or the limit is malformed")
    public JsonObject after(
            @Parameter(description = "next of the page before; absent for the beginning") @QueryParam("after")
                    String after,
            @Parameter(description = "1 to 200, 100 when absent; beyond is cut") @QueryParam("limit") String limit) {
        FeedRequest request = FeedRequest.parse(after, limit).orElseThrow(BadRequestException::new);
        ComplaintFeed.Page page = transaction.call(() -> feed.after(request.after(), request.limit()));
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
