package vn.mscore.hotline.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vn.mscore.hotline.platform.BodyTooSlow;
import vn.mscore.hotline.platform.Callers;
import vn.mscore.hotline.platform.Causes;
import vn.mscore.hotline.platform.Settings;

/**
 * Whoever lets the body of a request trickle holds a thread of the container until it is here (row 126, ADR 34): so few may
 * at once that pages without a body, and bodies that come with their head, are answered all the time. When it is too many
 * the slowest has to go, or the next gets 503; whoever is slower than {@code hotline.http.body.seconds}, or sends nothing at
 * all for as long as the container waits, is sent away with 408.
 */
public class BodyDoor implements Filter {
    private static final int DEFAULT_SECONDS = 30;
    private static final int LONGEST_SECONDS = 600;

    /** Of the 24 threads that the launcher gives the container. */
    private static final BodyPlaces.Limits LIMITS = new BodyPlaces.Limits(14, 10, 20);

    private final BodyPlaces places = new BodyPlaces(LIMITS, System::nanoTime);
    private final Callers callers;
    private final long nanos;

    /** Reads {@code hotline.http.body.seconds}. */
    @Inject
    public BodyDoor(Settings settings, Callers callers) {
        this.callers = callers;
        nanos = TimeUnit.SECONDS.toNanos(
                settings.number("hotline.http.body.seconds", DEFAULT_SECONDS, 1, LONGEST_SECONDS));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        if (!hasBody(asked) || isHere(asked)) {
            chain.doFilter(request, response);
            return;
        }
        String address = callers.address(asked.getRemoteAddr(), asked.getHeaders("X-Forwarded-For"));
        Optional<BodyPlaces.Place> place = places.enter(address);
        if (place.isEmpty()) {
            refuse((HttpServletResponse) response);
            return;
        }
        try {
            chain.doFilter(new Guarded(asked, place.get()), response);
        } catch (IOException | ServletException | RuntimeException e) {
            // Of a form the first byte is read before anything of ours that could answer for it.
            if (!isTooSlow(e) || response.isCommitted()) {
                throw e;
            }
            tooSlow((HttpServletResponse) response);
        } finally {
            place.get().leave();
        }
    }

    private static boolean isTooSlow(Throwable failure) {
        return Causes.of(failure).anyMatch(BodyTooSlow.class::isInstance);
    }

    private static void tooSlow(HttpServletResponse response) throws IOException {
        response.setHeader("Connection", "close");
        response.sendError(HttpServletResponse.SC_REQUEST_TIMEOUT);
    }

    private static boolean hasBody(HttpServletRequest asked) {
        return asked.getContentLengthLong() > 0 || asked.getHeader("Transfer-Encoding") != null;
    }

    private static boolean isHere(HttpServletRequest asked) throws IOException {
        long length = asked.getContentLengthLong();
        return length > 0 && asked.getInputStream().available() >= length;
    }

    /** The rest of the body is not waited for. */
    private static void refuse(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "5");
        response.setHeader("Connection", "close");
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    /** A request whose body may not take longer than it may. */
    private final class Guarded extends HttpServletRequestWrapper {
        private final BodyPlaces.Place place;
        private ServletInputStream body;

        private Guarded(HttpServletRequest asked, BodyPlaces.Place place) {
            super(asked);
            this.place = place;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (body == null) {
                body = new ArrivingBody(super.getInputStream(), getContentLengthLong(), place, nanos);
            }
            return body;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            String name = getCharacterEncoding();
            Charset charset = name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
            return new BufferedReader(new InputStreamReader(getInputStream(), charset));
        }
    }
}
