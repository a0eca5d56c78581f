package vn.mscore.hotline.score.rest;

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
import vn.mscore.hotline.platform.FeedCursor;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.score.ScoreFeed;

/** Marks for the one-stop software and statistics. */
@Singleton
@Path("/v1/scores")
@Produces(MediaType.APPLICATION_JSON)
public class ScoreResource {
    private static final int MOST = 200;

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
     *
     * @param after the {@code next} of the page before; absent for the beginning
     * @param limit 1 to 200, beyond is cut
     */
    @GET
    public JsonObject after(@QueryParam("after") String after, @QueryParam("limit") @DefaultValue("100") int limit) {
        FeedCursor cursor = FeedCursor.parse(after).orElseThrow(BadRequestException::new);
        int most = Math.max(1, Math.min(limit, MOST));
        ScoreFeed.Page page = transaction.call(() -> feed.after(cursor, most));
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
