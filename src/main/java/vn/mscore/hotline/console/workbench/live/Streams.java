package vn.mscore.hotline.console.workbench.live;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.mscore.hotline.access.Viewer;

/** The open streams of this node: at most four of one account, the oldest gives way. */
@Singleton
public class Streams {
    private static final Logger LOG = Logger.getLogger(Streams.class.getName());
    private static final int MOST_PER_ACCOUNT = 4;

    private final Map<Long, Deque<Stream>> open = new HashMap<>();

    /** Empty at first. */
    @Inject
    public Streams() {}

    /** Somebody's screen. {@code session} is what he signed in with, {@code positions} seal what he is told of places. */
    public record Stream(Viewer viewer, String session, SseEventSink sink, Sse sse, Positions positions) {
        /**
         * Sends a name and an id; false when nobody is there any more. What has no text says its name: a browser does not
         * tell of an event without data (HTML standard, 9.2.6).
         */
        boolean send(long id, String name, String text) {
            if (sink.isClosed()) {
                return false;
            }
            sink.send(sse.newEventBuilder()
                    .id(positions.sealed(id))
                    .name(name)
                    .data(text.isEmpty() ? name : text)
                    .build());
            return true;
        }

        /** Keeps the way open through proxies, and finds out whether anybody is there. */
        void comment() {
            if (!sink.isClosed()) {
                sink.send(sse.newEventBuilder().comment("").build());
            }
        }
    }

    synchronized void add(Stream stream) {
        Deque<Stream> own = open.computeIfAbsent(stream.viewer().account(), account -> new ArrayDeque<>());
        own.removeIf(old -> old.sink().isClosed());
        if (own.size() >= MOST_PER_ACCOUNT) {
            close(own.removeFirst());
        }
        own.addLast(stream);
        notifyAll();
    }

    /** Waits until anybody listens, at most {@code limit}. */
    synchronized void awaitSomebody(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        for (long left = limit.toNanos(); left > 0 && all().isEmpty(); left = deadline - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    synchronized void remove(Stream stream) {
        Deque<Stream> own = open.get(stream.viewer().account());
        if (own != null) {
            own.remove(stream);
        }
        open.values().removeIf(Collection::isEmpty);
        close(stream);
    }

    /** Whoever has left without a word must not spoil the stream of the next. */
    private static void close(Stream stream) {
        try {
            stream.sink().close();
        } catch (UncheckedIOException | IllegalStateException e) {
            LOG.log(Level.FINE, "a stream was cut already", e);
        }
    }

    synchronized List<Stream> all() {
        open.values().forEach(own -> own.removeIf(stream -> stream.sink().isClosed()));
        open.values().removeIf(Collection::isEmpty);
        return open.values().stream().flatMap(Collection::stream).toList();
    }
}
