package vn.mscore.hotline.console.workbench.live;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.HashMap;
import java.util.List;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.Background;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.workbench.live.ScreenEvents.Event;
import vn.mscore.hotline.console.workbench.live.Streams.Stream;
import vn.mscore.hotline.platform.InTransaction;

/** What changes while a screen is open (HTML standard, server-sent events): ids of what to load anew, nothing else. */
@Path("stream")
@For({Role.OPERATOR, Role.OFFICER, Role.LEADER, Role.DELEGATE})
public class StreamPage {
    private static final int MOST_MISSED = 200;

    private final Streams streams;
    private final ScreenEvents events;
    private final LiveFeed feed;
    private final Positions positions;
    private final Asked asked;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public StreamPage(
            Streams streams,
            ScreenEvents events,
            LiveFeed feed,
            Positions positions,
            Asked asked,
            InTransaction transaction) {
        this.streams = streams;
        this.events = events;
        this.feed = feed;
        this.positions = positions;
        this.asked = asked;
        this.transaction = transaction;
    }

    /** Stays open; first what was missed since {@code Last-Event-ID}, or since the page was made, or word that too much was. */
    @GET
    @Background
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void listen(
            @Context SseEventSink sink,
            @Context Sse sse,
            @HeaderParam("Last-Event-ID") String last,
            @QueryParam("since") String since) {
        Stream stream = new Stream(asked.viewer(), asked.circumstances().session(), sink, sse, positions);
        streams.add(stream);
        stream.comment();
        String from = last == null ? since : last;
        if (from != null) {
            positions.opened(from).ifPresent(place -> replay(stream, place));
        }
    }

    private void replay(Stream stream, long last) {
        List<Event> missed = transaction.call(() -> events.after(last));
        if (missed.size() > MOST_MISSED) {
            stream.send(missed.get(missed.size() - 1).id(), "refresh", "all");
        } else {
            feed.tell(stream, missed, new HashMap<>());
        }
    }
}
