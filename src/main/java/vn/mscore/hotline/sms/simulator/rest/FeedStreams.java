package vn.mscore.hotline.sms.simulator.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import vn.mscore.hotline.sms.simulator.Feed;
import vn.mscore.hotline.sms.simulator.Feed.Change;
import vn.mscore.hotline.sms.simulator.SimulatorService;

/** The open pages: one thread each, which ends when the page or the simulation goes. */
@Singleton
public class FeedStreams {
    private static final int MOST = 20;
    private static final int AT_ONCE = 200;
    private static final int HEARTBEAT_MILLIS = 15_000;
    private static final int SEND_SECONDS = 10;

    private final SimulatorService service;
    private final ThreadFactory threads;
    private final AtomicInteger open = new AtomicInteger();

    /** Streams the feed of {@code service}. */
    @Inject
    public FeedStreams(SimulatorService service, ThreadFactory threads) {
        this.service = service;
        this.threads = threads;
    }

    /** Serves a page from now on; false when there are too many. */
    boolean add(SseEventSink sink, Sse sse, String lastSeen) {
        if (open.incrementAndGet() > MOST) {
            open.decrementAndGet();
            return false;
        }
        Thread thread = threads.newThread(() -> {
            try (sink) {
                serve(sink, sse, lastSeen);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                // The page has gone; it asks again with Last-Event-ID.
                sink.close();
            } finally {
                open.decrementAndGet();
            }
        });
        thread.setName("handset-page");
        thread.start();
        return true;
    }

    private void serve(SseEventSink sink, Sse sse, String lastSeen)
            throws InterruptedException, ExecutionException, TimeoutException {
        Feed feed = service.running().orElseThrow().feed();
        long seen = lastSeen != null && lastSeen.matches("\\d{1,18}") ? Long.parseLong(lastSeen) : feed.last();
        if (!feed.reachesBack(seen)) {
            seen = feed.last();
            send(sink, event(sse, new Change(seen, "reload", 0)));
        } else {
            send(sink, event(sse, new Change(seen, "hello", 0)));
        }
        while (!sink.isClosed() && service.running().isPresent()) {
            var changes = feed.after(seen, AT_ONCE);
            for (Change change : changes) {
                send(sink, event(sse, change));
                seen = change.id();
            }
            if (changes.isEmpty()) {
                feed.await(seen, HEARTBEAT_MILLIS);
                if (feed.last() == seen) {
                    send(sink, sse.newEventBuilder().comment("").build());
                }
            }
        }
    }

    private static OutboundSseEvent event(Sse sse, Change change) {
        return sse.newEventBuilder()
                .id(Long.toString(change.id()))
                .name(change.kind())
                .data(Long.toString(change.message()))
                .build();
    }

    private static void send(SseEventSink sink, OutboundSseEvent event)
            throws InterruptedException, ExecutionException, TimeoutException {
        sink.send(event).toCompletableFuture().get(SEND_SECONDS, TimeUnit.SECONDS);
    }
}
