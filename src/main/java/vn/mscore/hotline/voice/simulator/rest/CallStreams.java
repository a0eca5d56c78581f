package vn.mscore.hotline.voice.simulator.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import vn.mscore.hotline.voice.Sound;
import vn.mscore.hotline.voice.simulator.CallEvent;
import vn.mscore.hotline.voice.simulator.CallWire;
import vn.mscore.hotline.voice.simulator.SoundShelf;

/** The calls' events on their way to the pages: one thread for each page, which ends with the call or the page. */
@Singleton
public class CallStreams {
    private static final int MOST = 20;
    private static final int SEND_SECONDS = 10;
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final SoundShelf shelf;
    private final ThreadFactory threads;
    private final AtomicInteger open = new AtomicInteger();

    /** Writes what is said as {@code shelf} knows it. */
    @Inject
    public CallStreams(SoundShelf shelf, ThreadFactory threads) {
        this.shelf = shelf;
        this.threads = threads;
    }

    /** Serves a page from now on; false when there are too many. */
    boolean add(CallWire wire, SseEventSink sink, Sse sse, String lastSeen) {
        if (open.incrementAndGet() > MOST) {
            open.decrementAndGet();
            return false;
        }
        long seen = lastSeen != null && lastSeen.matches("\\d{1,9}") ? Long.parseLong(lastSeen) : 0;
        Thread thread = threads.newThread(() -> {
            try (sink) {
                serve(wire, sink, sse, seen);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                // The page has gone; it asks again with Last-Event-ID or has hung up.
                sink.close();
            } finally {
                open.decrementAndGet();
            }
        });
        thread.setName("handset-call-page");
        thread.start();
        return true;
    }

    private void serve(CallWire wire, SseEventSink sink, Sse sse, long from)
            throws InterruptedException, ExecutionException, TimeoutException {
        long seen = from;
        while (!sink.isClosed()) {
            var events = wire.after(seen);
            for (CallEvent event : events) {
                send(sink, event(sse, event));
                seen = event.id();
            }
            if (events.isEmpty()) {
                if (wire.isOver()) {
                    return;
                }
                send(sink, sse.newEventBuilder().comment("").build());
                wire.alive();
                wire.await(seen, HEARTBEAT);
            }
        }
    }

    private OutboundSseEvent event(Sse sse, CallEvent event) {
        JsonArrayBuilder sounds = Json.createArrayBuilder();
        event.sounds()
                .forEach(sound -> sounds.add(Json.createObjectBuilder()
                        .add("kind", sound.kind().name())
                        .add("id", sound.id())
                        .add("text", sound.kind() == Sound.Kind.PROMPT ? shelf.text(sound.id()) : "")));
        JsonObjectBuilder view = Json.createObjectBuilder()
                .add("id", event.id())
                .add("kind", event.kind().name())
                .add("sounds", sounds);
        event.facts().forEach(view::add);
        return sse.newEventBuilder()
                .id(Long.toString(event.id()))
                .name("call")
                .data(view.build().toString())
                .build();
    }

    private static void send(SseEventSink sink, OutboundSseEvent event)
            throws InterruptedException, ExecutionException, TimeoutException {
        sink.send(event).toCompletableFuture().get(SEND_SECONDS, TimeUnit.SECONDS);
    }
}
