package vn.mscore.hotline.platform.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import vn.mscore.hotline.platform.BodyTooLong;
import vn.mscore.hotline.platform.Settings;

/** Refuses bodies that are longer than allowed, by their header or, when that is missing or wrong, while they are read. */
@Provider
@PreMatching
public class BodyLimit implements ContainerRequestFilter {
    private static final int TOO_LONG = 413;
    private static final int DEFAULT_BODY = 1 << 20;
    private static final int DEFAULT_FILE = 20 << 20;
    private static final int SMALLEST = 1024;
    private static final int LARGEST = 1 << 30;

    private final long body;
    private final long file;

    /** Limits of {@code hotline.http.body.max} and, for imports, {@code hotline.csv.maxBytes}. */
    @Inject
    public BodyLimit(Settings settings) {
        body = settings.number("hotline.http.body.max", DEFAULT_BODY, SMALLEST, LARGEST);
        file = settings.number("hotline.csv.maxBytes", DEFAULT_FILE, SMALLEST, LARGEST);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        long limit = request.getUriInfo().getPath().endsWith("/import") ? file : body;
        if (request.getLength() > limit) {
            request.abortWith(new Problem(TOO_LONG, "body", "the body is longer than " + limit + " bytes").response());
            return;
        }
        request.setEntityStream(new Limited(request.getEntityStream(), limit));
    }

    private static final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream in, long limit) {
            super(in);
            left = limit;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count(Math.max(0, n));
            return n;
        }

        private void count(int n) throws BodyTooLong {
            left -= n;
            if (left < 0) {
                throw new BodyTooLong();
            }
        }
    }
}
