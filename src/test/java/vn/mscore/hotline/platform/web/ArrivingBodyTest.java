package vn.mscore.hotline.platform.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What becomes of a body piece by piece (row 126). */
class ArrivingBodyTest {
    private static final int LIMIT = 10;

    private final AtomicLong held = new AtomicLong();
    private final Semaphore work = new Semaphore(1);
    private final BodyFirst.Room room = new BodyFirst.Room(25, held, work);

    /** One request: its connection, and what the container sees of it. */
    private final class Asked {
        private final Wire wire = new Wire();
        private final AsyncContext context = mock(AsyncContext.class);
        private final HttpServletResponse response = mock(HttpServletResponse.class);
        private final ArrivingBody body = new ArrivingBody(wire, LIMIT, room);

        Asked() {
            body.await(context, response);
        }

        Asked sends(String piece) throws IOException {
            wire.arrived = piece.getBytes(US_ASCII);
            body.onDataAvailable();
            return this;
        }

        void refusedWith(int status) {
            verify(response).setStatus(status);
            verify(context).complete();
            verify(context, never()).dispatch();
        }
    }

    @Test
    void theRequestGoesOnOnceWhenAllOfItIsThere() throws IOException {
        Asked asked = new Asked().sends("tin ").sends("nhan");
        verify(asked.context, never()).dispatch();
        asked.body.onAllDataRead();
        asked.body.onTimeout(null);
        verify(asked.context).dispatch();
        verify(asked.context, never()).complete();
        assertThat(asked.body.content().readAllBytes()).asString(US_ASCII).isEqualTo("tin nhan");
    }

    @Test
    void whatIsLongerThanTheLimitGoesOnToBeRefusedAsTooLong() throws IOException {
        Asked asked = new Asked().sends("12345678901");
        verify(asked.context).dispatch();
    }

    @Test
    void whoTricklesTooLongIsSentAwayAndItsRoomIsFree() throws IOException {
        Asked asked = new Asked().sends("tin");
        assertThat(held).hasValue(3);
        asked.body.onTimeout(null);
        asked.refusedWith(408);
        asked.body.onComplete(null);
        assertThat(held).hasValue(0);
        assertThat(work.availablePermits()).isEqualTo(1);
    }

    @Test
    void whoVanishesInTheMiddleGivesHisRoomBack() throws IOException {
        Asked asked = new Asked().sends("tin");
        asked.body.onError(new IOException("reset"));
        asked.refusedWith(408);
        asked.body.onComplete(null);
        assertThat(held).hasValue(0);
    }

    @Test
    void whenAllBodiesTogetherAreTooMuchTheNewcomerComesAgainLater() throws IOException {
        Asked first = new Asked().sends("1234567890");
        new Asked().sends("1234567890");
        Asked third = new Asked().sends("123456");
        third.refusedWith(503);
        verify(third.response).setHeader("Retry-After", "5");
        third.body.onComplete(null);
        first.body.onTimeout(null);
        first.body.onComplete(null);
        Asked again = new Asked().sends("123456");
        again.body.onAllDataRead();
        verify(again.context).dispatch();
    }

    @Test
    void whileTooManyAreAtWorkTheNextComesAgainLaterAndTheOneAfterGoesOn() throws IOException {
        Asked first = new Asked().sends("mot");
        first.body.onAllDataRead();
        Asked second = new Asked().sends("hai");
        second.body.onAllDataRead();
        second.refusedWith(503);
        second.body.onComplete(null);
        first.body.onComplete(null);
        first.body.onComplete(null);
        Asked third = new Asked().sends("ba");
        third.body.onAllDataRead();
        verify(third.context).dispatch();
        assertThat(work.availablePermits()).isZero();
    }

    /** A connection whose next piece is there or not. */
    private static final class Wire extends ServletInputStream {
        private byte[] arrived;

        @Override
        public boolean isReady() {
            return arrived != null;
        }

        @Override
        public int read(byte[] buffer) {
            System.arraycopy(arrived, 0, buffer, 0, arrived.length);
            int n = arrived.length;
            arrived = null;
            return n;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("pieces only");
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public void setReadListener(ReadListener listener) {}
    }
}
