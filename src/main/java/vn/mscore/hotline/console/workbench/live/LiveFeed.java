package vn.mscore.hotline.console.workbench.live;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Sessions;
import vn.mscore.hotline.access.Stage;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.console.workbench.live.ScreenEvents.Event;
import vn.mscore.hotline.console.workbench.live.Streams.Stream;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.Service;
import vn.mscore.hotline.shared.TicketNumber;

/**
 * Looks into {@code console_event} five times a second and tells each screen what its viewer may
 * know: ids only. While no screen listens it looks seldom, and at once when one begins to.
 */
@Singleton
public class LiveFeed implements Service {
    private static final Logger LOG = Logger.getLogger(LiveFeed.class.getName());
    private static final long PAUSE_MILLIS = 200;
    private static final long REST_MILLIS = 1000;
    private static final Duration NOBODY = Duration.ofSeconds(5);
    private static final Duration COMMENT = Duration.ofSeconds(15);
    private static final long STOP_MILLIS = 5000;
    private static final int ORDER = 300;

    /** Ids are given before the commit: one may become visible after a higher one. */
    private static final int LOOK_BACK = 50;

    private final ScreenEvents events;
    private final Streams streams;
    private final Visible visible;
    private final Sessions sessions;
    private final InTransaction transaction;
    private final ThreadFactory threads;
    private final Clock clock;
    private final Seen seen = new Seen();
    private volatile Thread thread;
    private Instant commented = Instant.EPOCH;
    private boolean failing;

    /** Joined by CDI. */
    @Inject
    public LiveFeed(
            ScreenEvents events,
            Streams streams,
            Visible visible,
            Sessions sessions,
            InTransaction transaction,
            ThreadFactory threads,
            Clock clock) {
        this.events = events;
        this.streams = streams;
        this.visible = visible;
        this.sessions = sessions;
        this.transaction = transaction;
        this.threads = threads;
        this.clock = clock;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void start() {
        thread = threads.newThread(this::run);
        thread.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        streams.all().forEach(streams::remove);
        if (running != null) {
            running.interrupt();
            join(running);
        }
    }

    private static void join(Thread running) {
        try {
            running.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (Objects.equals(thread, Thread.currentThread())) {
            try {
                Thread.sleep(looked() ? PAUSE_MILLIS : REST_MILLIS);
                streams.awaitSomebody(NOBODY);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** The guard of the thread: told once until a look succeeds. */
    private boolean looked() {
        try {
            look();
            failing = false;
            return true;
        } catch (RuntimeException e) {
            LOG.log(failing ? Level.FINE : Level.WARNING, "screens are not told of changes for now", e);
            failing = true;
            return false;
        }
    }

    /** One look; what is new is told. */
    void look() {
        List<Event> fresh = transaction.call(this::fresh);
        List<Stream> listening = streams.all();
        Map<Viewer, Set<TicketNumber>> known = new HashMap<>();
        if (!fresh.isEmpty()) {
            signedIn(listening).forEach(stream -> tell(stream, fresh, known));
        }
        comment(listening);
    }

    /** Those whose viewer still is who he was when he came: asked when there is news, not when it was made. The others end. */
    private List<Stream> signedIn(List<Stream> listening) {
        Map<Boolean, List<Stream>> still = transaction.call(
                () -> listening.stream().collect(Collectors.partitioningBy(stream -> sessions.peek(stream.session())
                        .filter(session -> session.stage() == Stage.OPEN)
                        .isPresent())));
        still.get(false).forEach(streams::remove);
        return still.get(true);
    }

    private List<Event> fresh() {
        if (seen.isEmpty()) {
            seen.upTo(events.newest());
        }
        return seen.fresh(events.after(seen.highest() - LOOK_BACK));
    }

    /** Tells one stream what of {@code fresh} its viewer may know. */
    void tell(Stream stream, List<Event> fresh, Map<Viewer, Set<TicketNumber>> known) {
        List<TicketNumber> tickets =
                fresh.stream().flatMap(event -> event.ticket().stream()).toList();
        Set<TicketNumber> mine = known.computeIfAbsent(
                stream.viewer(),
                viewer -> tickets.isEmpty() ? Set.of() : transaction.call(() -> visible.of(viewer, tickets)));
        for (Event event : fresh) {
            Optional<TicketNumber> ticket = event.ticket();
            if (ticket.isEmpty()) {
                tellTheDesk(stream, event);
            } else if (mine.contains(ticket.get())) {
                stream.send(event.id(), "case", ticket.get().digits());
            }
        }
    }

    /** Who waits, who is to be called back and what was marked badly is the desk's to know, and that something of it moved too. */
    private static void tellTheDesk(Stream stream, Event event) {
        if (stream.viewer().is(Role.OPERATOR)) {
            stream.send(event.id(), event.line() ? "line" : "refresh", "");
        }
    }

    private void comment(List<Stream> listening) {
        Instant now = clock.instant();
        if (commented.plus(COMMENT).isAfter(now)) {
            return;
        }
        commented = now;
        signedIn(listening).forEach(Stream::comment);
    }
}
