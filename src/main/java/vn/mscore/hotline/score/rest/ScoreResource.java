package vn.mscore.hotline.score.rest;

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
import vn.mscore.hotline.platform.FeedRequest;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.score.ScoreFeed;

/** Marks for the one-stop software and statistics. */
@Singleton
@Path("/v1/scores")
@Tag(name = "scores")
@Produces(MediaType.APPLICATION_JSON)
public class ScoreResource {
    private static final String EXAMPLE =
            "{\"items\":[{\"key\":\"5f0c...\",\"unit\":\"KS-TTPVHCC\",\"field\":\"DDAI\",\"points\":8,\"scale\":10,\"channel\":\"SMS\",\"inProgress\":false,\"weight\":1.0,\"on\":\"2026-08-17\",\"reason\":1}],\"next\":\"AAAAAAAAAAE\"}";

    private final ScoreFeed feed;
    private final InTransaction transaction;

    /** Reads {@code feed}. */
    @Inject
    public ScoreResource(ScoreFeed feed, InTransaction transaction) {
        this.feed = feed;
        this.transaction = transaction;
    }

    /**
     * Marks given or changed after a cursor, oldest change first; a replaced mark comes again under its key. Neither
     * numbers nor dossiers nor comments.
     */
    @GET
    @Operation(summary = "Scores given or changed after a cursor, oldest change first")
    @APIResponse(
            responseCode = "200",
            description = "figures only: no number, no dossier, no comment; a replaced score comes again under its key",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, example = EXAMPLE))
    @APIResponse(responseCode = "400", description = "the cursor or the limit is malformed")
    public JsonObject after(
            @Parameter(description = "next of the page before; absent for the beginning") @QueryParam("after")
                    String after,
            @Parameter(description = "1 to 200, 100 when absent; beyond is cut") @QueryParam("limit") String limit) {
        FeedRequest request = FeedRequest.parse(after, limit).orElseThrow(BadRequestException::new);
        ScoreFeed.Page page = transaction.call(() -> feed.after(request.after(), request.limit()));
        JsonArrayBuilder items = Json.createArrayBuilder();
        page.items().forEach(item -> items.add(json(item)));
        return Json.createObjectBuilder()
                .add("items", items)
                .add("next", page.next().toString())
                .build();
    }

    private static JsonObjectBuilder json(ScoreFeed.Item item) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("key", item.key())
                .add("unit", item.unit().value())
                .add("field", item.field())
                .add("points", item.points())
                .add("scale", item.scale())
                .add("channel", item.channel().name())
                .add("inProgress", item.inProgress())
                .add("weight", item.weight())
                .add("on", item.on().toString());
        item.reason().ifPresent(reason -> json.add("reason", reason));
        return json;
    }
}
