package vn.mscore.hotline.platform.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A body on its way: a thread comes only when there is something to take, the request goes on when all of it is there. */
final class ArrivingBody implements ReadListener, AsyncListener {
    private static final Logger LOG = Logger.getLogger(ArrivingBody.class.getName());
    private static final int PIECE = 8192;

    private final ServletInputStream in;
    private final int limit;
    private final HeldRoom room;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    /** Whoever sets it says what becomes of the request; nobody else touches the answer. */
    private final AtomicBoolean over = new AtomicBoolean();

    private AsyncContext context;
    private HttpServletResponse response;

    /** At most {@code limit} bytes and one more, counted in {@code room} while the request lives. */
    ArrivingBody(ServletInputStream in, int limit, BodyFirst.Room room) {
        this.in = in;
        this.limit = limit;
        this.room = new HeldRoom(room);
    }

    /** Begins; the container calls from now on. */
    void await(AsyncContext asked, HttpServletResponse answer) {
        context = asked;
        response = answer;
        context.addListener(this);
        in.setReadListener(this);
    }

    /** What arrived, from its beginning. */
    ByteArrayInputStream content() {
        return new ByteArrayInputStream(taken.toByteArray());
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] piece = new byte[PIECE];
        while (!over.get() && in.isReady()) {
            int n = in.read(piece);
            if (n < 0) {
                return;
            }
            boolean fits = room.take(n);
            taken.write(piece, 0, n);
            if (!fits) {
                giveUp(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            } else if (taken.size() > limit) {
                goOn();
            }
        }
    }

    @Override
    public void onAllDataRead() {
        goOn();
    }

    private void goOn() {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        if (!room.work()) {
            refuse(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            context.dispatch();
        } catch (IllegalStateException e) {
            ended(e);
        }
    }

    /** The container has ended the request by itself, and may have told so before anything was taken. */
    private void ended(IllegalStateException why) {
        LOG.log(Level.FINE, "a request ended by itself", why);
        room.end();
    }

    @Override
    public void onError(Throwable failure) {
        LOG.log(Level.FINE, "a body did not arrive", failure);
        giveUp(HttpServletResponse.SC_REQUEST_TIMEOUT);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        giveUp(HttpServletResponse.SC_REQUEST_TIMEOUT);
    }

    private void giveUp(int status) {
        if (over.compareAndSet(false, true)) {
            refuse(status);
        }
    }

    /** After its end a request's answer may be another's. */
    private void refuse(int status) {
        if (!room.end()) {
            return;
        }
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", "5");
        }
        response.setHeader("Connection", "close");
        response.setStatus(status);
        try {
            context.complete();
        } catch (IllegalStateException e) {
            ended(e);
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        over.set(true);
        room.end();
    }

    @Override
    public void onError(AsyncEvent event) {
        giveUp(HttpServletResponse.SC_REQUEST_TIMEOUT);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // The resource answers later: only its own end counts.
        event.getAsyncContext().addListener(this);
    }
}
