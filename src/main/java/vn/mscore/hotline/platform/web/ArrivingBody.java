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
    private final BodyFirst.Room room;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicBoolean given = new AtomicBoolean();
    private final AtomicBoolean working = new AtomicBoolean();
    private AsyncContext context;
    private HttpServletResponse response;

    /** At most {@code limit} bytes and one more, counted in {@code room} while the request lives. */
    ArrivingBody(ServletInputStream in, int limit, BodyFirst.Room room) {
        this.in = in;
        this.limit = limit;
        this.room = room;
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
            taken.write(piece, 0, n);
            if (!room.take(n)) {
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
        if (!room.work().tryAcquire()) {
            giveUp(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else if (over.compareAndSet(false, true)) {
            working.set(true);
            context.dispatch();
        } else {
            room.work().release();
        }
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
            if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
                response.setHeader("Retry-After", "5");
            }
            response.setHeader("Connection", "close");
            response.setStatus(status);
            context.complete();
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        if (!given.getAndSet(true)) {
            room.give(taken.size());
            if (working.get()) {
                room.work().release();
            }
        }
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
