package vn.mscore.hotline.console.workbench.live;

import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The far end of a stream: what a screen hears, {@code case 26081234} or {@code refresh}; comments are no news. */
final class HeardStream implements Sse, SseEventSink {
    private final List<String> heard = new ArrayList<>();
    private boolean closed;

    /** Everything so far. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public CompletionStage<?> send(OutboundSseEvent event) {
        if (event.getName() != null) {
            heard.add((event.getName() + " " + event.getData()).strip());
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public OutboundSseEvent.Builder newEventBuilder() {
        return new Building();
    }

    @Override
    public SseBroadcaster newBroadcaster() {
        throw new UnsupportedOperationException();
    }

    private record News(String id, String name, String comment, Object data) implements OutboundSseEvent {
        @Override
        public Class<?> getType() {
            return String.class;
        }

        @Override
        public Type getGenericType() {
            return String.class;
        }

        @Override
        public MediaType getMediaType() {
            return MediaType.TEXT_PLAIN_TYPE;
        }

        @Override
        public Object getData() {
            return data;
        }

        @Override
        public String getId() {
            return id;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public String getComment() {
            return comment;
        }

        @Override
        public long getReconnectDelay() {
            return RECONNECT_NOT_SET;
        }

        @Override
        public boolean isReconnectDelaySet() {
            return false;
        }
    }

    @SuppressWarnings("rawtypes") // as the interface has them
    private static final class Building implements OutboundSseEvent.Builder {
        private String id;
        private String name;
        private String comment;
        private Object data;

        @Override
        public Building id(String text) {
            id = text;
            return this;
        }

        @Override
        public Building name(String text) {
            name = text;
            return this;
        }

        @Override
        public Building comment(String text) {
            comment = text;
            return this;
        }

        @Override
        public Building data(Object given) {
            data = given;
            return this;
        }

        @Override
        public Building data(Class type, Object given) {
            return data(given);
        }

        @Override
        public Building data(GenericType type, Object given) {
            return data(given);
        }

        @Override
        public Building mediaType(MediaType type) {
            return this;
        }

        @Override
        public Building reconnectDelay(long milliseconds) {
            return this;
        }

        @Override
        public OutboundSseEvent build() {
            return new News(id, name, comment, data);
        }
    }
}
