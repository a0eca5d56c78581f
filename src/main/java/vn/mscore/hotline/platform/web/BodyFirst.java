package vn.mscore.hotline.platform.web;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import vn.mscore.hotline.platform.Settings;

/**
 * Takes the whole body of a request before a thread answers it (row 126): whoever lets his trickle waits for himself, without
 * a thread, and is sent away with 408 after {@code hotline.http.body.seconds}. Long files are not taken beforehand: their
 * sender is asked for key or session before the first byte is read. When all bodies together would need too much memory
 * the newcomer gets 503; so does a request whose body is here while too many others are at work. Aggregators' calls have a
 * room of their own.
 */
public class BodyFirst implements Filter {
    private static final int DEFAULT_SECONDS = 30;
    private static final int LONGEST_SECONDS = 600;
    private static final long ROOM = 48L << 20;
    /** No text of an aggregator is longer; the line would refuse it. */
    private static final int LONGEST_WEBHOOK = 1 << 16;

    /** Two hundred and fifty of the longest. */
    private static final long ROOM_OF_WEBHOOKS = 16L << 20;

    /** The container lends a thread to each request that goes on, as many as are asked for: so many at once are enough. */
    private static final int MOST_AT_WORK = 100;

    /** Where aggregators call: what comes there is a citizen's, and whoever crowds elsewhere must not keep it out. */
    private static final String WEBHOOKS = "/sms";

    private static final String FORM = "application/x-www-form-urlencoded";

    private final int limit;
    private final long millis;
    private final Room room;
    private final Room roomOfWebhooks;

    /** Each of its own: a controller remembers what it began. */
    private final Instance<RequestContextController> contexts;

    /** Limits of {@code hotline.http.body.max} and {@code hotline.http.body.seconds}. */
    @Inject
    public BodyFirst(Settings settings, Instance<RequestContextController> contexts) {
        this.contexts = contexts;
        limit = BodySizes.from(settings).body();
        millis = TimeUnit.SECONDS.toMillis(
                settings.number("hotline.http.body.seconds", DEFAULT_SECONDS, 1, LONGEST_SECONDS));
        room = Room.of(Math.max(ROOM, 2L * limit));
        roomOfWebhooks = Room.of(ROOM_OF_WEBHOOKS);
    }

    /**
     * What the bodies that are here, or on their way, may hold together, and how many requests may be at work with theirs.
     *
     * @param bytes how much
     * @param held of it now
     * @param work a permit for each request that goes on
     */
    record Room(long bytes, AtomicLong held, Semaphore work) {
        private static Room of(long bytes) {
            return new Room(bytes, new AtomicLong(), new Semaphore(MOST_AT_WORK));
        }

        /** Takes {@code n} bytes more; false when that is too much. */
        boolean take(int n) {
            return held.addAndGet(n) <= bytes;
        }

        void give(int n) {
            held.addAndGet(-n);
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            goOn(request, response, chain);
        } else if (!hasBody(asked) || refusedUnread(asked)) {
            chain.doFilter(request, response);
        } else {
            take(asked, response);
        }
    }

    /** The container begins its contexts with the first dispatch and ends them with that: the second has its own. */
    private void goOn(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestContextController context = contexts.get();
        boolean begun = context.activate();
        try {
            chain.doFilter(request, response);
        } finally {
            if (begun) {
                context.deactivate();
            }
            contexts.destroy(context);
        }
    }

    private void take(HttpServletRequest asked, ServletResponse response) throws IOException {
        Room mine = isWebhook(asked) ? roomOfWebhooks : room;
        ArrivingBody body = new ArrivingBody(asked.getInputStream(), limitOf(asked), mine);
        AsyncContext context = asked.startAsync(new ArrivedRequest(asked, body), response);
        context.setTimeout(millis);
        body.await(context, (HttpServletResponse) response);
    }

    private static boolean isWebhook(HttpServletRequest asked) {
        return WEBHOOKS.equals(asked.getServletPath());
    }

    private int limitOf(HttpServletRequest asked) {
        return isWebhook(asked) ? Math.min(limit, LONGEST_WEBHOOK) : limit;
    }

    private static boolean hasBody(HttpServletRequest asked) {
        return asked.getContentLengthLong() > 0 || asked.getHeader("Transfer-Encoding") != null;
    }

    /** What {@link BodyLimit} refuses by its header, and files, for which forms do not count. */
    private boolean refusedUnread(HttpServletRequest asked) {
        String type =
                asked.getContentType() == null ? "" : asked.getContentType().toLowerCase(Locale.ROOT);
        boolean file = BodySizes.isImport(asked.getRequestURI()) && !type.startsWith(FORM);
        return file || asked.getContentLengthLong() > limitOf(asked);
    }
}
