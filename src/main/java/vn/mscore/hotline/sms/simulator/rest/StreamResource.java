package vn.mscore.hotline.sms.simulator.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** The feed of changes as server-sent events that hold ids only; the page fetches what it wants to show. */
@Singleton
@DemoOnly
@Path("simulator/stream")
public class StreamResource {
    private final FeedStreams streams;

    /** Hands visitors to {@code streams}. */
    @Inject
    public StreamResource(FeedStreams streams) {
        this.streams = streams;
    }

    /** Opens a stream that goes on after the change of {@code Last-Event-ID}, or begins now. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void open(@HeaderParam("Last-Event-ID") String lastSeen, @Context SseEventSink sink, @Context Sse sse) {
        if (!streams.add(sink, sse, lastSeen)) {
            sink.close();
            throw new jakarta.ws.rs.WebApplicationException(
                    Refusal.of(Response.Status.SERVICE_UNAVAILABLE, "streams", "too many pages are open"));
        }
    }
}
