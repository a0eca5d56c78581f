package vn.mscore.hotline.platform.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a body piece by piece (row 126). */
class ArrivingBodyTest {
    private static final int LIMIT = 10;

    private final AtomicLong held = new AtomicLong();
    private final OneDesk work = new OneDesk();
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

    /** What the container may call, in whatever order and by whatever thread. */
    private enum Event {
        DATA,
        ALL_READ,
        TIMEOUT,
        READ_ERROR,
        ASYNC_ERROR,
        COMPLETE;

        private void comesTo(Asked asked) throws IOException {
            switch (this) {
                case DATA -> asked.sends("tin");
                case ALL_READ -> asked.body.onAllDataRead();
                case TIMEOUT -> asked.body.onTimeout(null);
                case READ_ERROR -> asked.body.onError(new IOException("reset"));
                case ASYNC_ERROR -> asked.body.onError((AsyncEvent) null);
                case COMPLETE -> asked.body.onComplete(null);
            }
        }
    }

    private static void orders(List<Event> begun, Consumer<List<Event>> each) {
        if (begun.size() == Event.values().length) {
            each.accept(begun);
        }
        Stream.of(Event.values())
                .filter(event -> !begun.contains(event))
                .forEach(event ->
                        orders(Stream.concat(begun.stream(), Stream.of(event)).toList(), each));
    }

    @Test
    void inWhateverOrderTheContainerCallsNothingOfTheRoomIsLost() {
        List<List<Event>> all = new ArrayList<>();
        orders(List.of(), all::add);
        assertThat(all).hasSize(720);
        assertThat(all).allSatisfy(order -> {
            Asked asked = new Asked();
            for (Event event : order) {
                event.comesTo(asked);
            }
            assertThat(held).hasValue(0);
            assertThat(work.availablePermits()).isEqualTo(1);
        });
    }

    /** One thing that happens in the middle of another. */
    private record Meanwhile(String what, Consumer<ArrivingBodyTest> happens) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Consumer<ArrivingBodyTest> asking(Consumer<Asked> set) {
        return test -> {
            Asked asked = test.new Asked();
            set.accept(asked);
            try {
                asked.sends("tin");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            asked.body.onAllDataRead();
            asked.body.onTimeout(null);
        };
    }

    static Stream<Meanwhile> meanwhile() {
        IllegalStateException over = new IllegalStateException("it is over");
        return Stream.of(
                new Meanwhile(
                        "it is sent away while a piece is read",
                        asking(asked -> asked.wire.meanwhile = () -> {
                            asked.body.onTimeout(null);
                            asked.body.onComplete(null);
                        })),
                new Meanwhile(
                        "it ends while a piece is read",
                        asking(asked -> asked.wire.meanwhile = () -> asked.body.onComplete(null))),
                new Meanwhile("it ends while it comes to its desk", test -> asking(
                                asked -> test.work.meanwhile = () -> asked.body.onComplete(null))
                        .accept(test)),
                new Meanwhile("it ends while it goes on", asking(asked -> doAnswer(call -> {
                            asked.body.onComplete(null);
                            return null;
                        })
                        .when(asked.context)
                        .dispatch())),
                new Meanwhile(
                        "the container has ended it and does not let it go on",
                        asking(asked -> doThrow(over).when(asked.context).dispatch())),
                new Meanwhile("the container has ended it before it is sent away", test -> {
                    test.work.drainPermits();
                    asking(asked -> doThrow(over).when(asked.context).complete())
                            .accept(test);
                    test.work.release();
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("meanwhile")
    void nothingOfTheRoomIsLostWhen(Meanwhile meanwhile) {
        meanwhile.happens().accept(this);
        assertThat(held).hasValue(0);
        assertThat(work.availablePermits()).isEqualTo(1);
    }

    /** Room for one request at work; something else may happen while it is taken. */
    private static final class OneDesk extends Semaphore {
        private static final long serialVersionUID = 1;
        private transient Runnable meanwhile = () -> {};

        OneDesk() {
            super(1);
        }

        @Override
        public boolean tryAcquire() {
            boolean got = super.tryAcquire();
            meanwhile.run();
            return got;
        }
    }

    /** A connection whose next piece is there or not. */
    private static final class Wire extends ServletInputStream {
        private byte[] arrived;
        private Runnable meanwhile = () -> {};

        @Override
        public boolean isReady() {
            return arrived != null;
        }

        @Override
        public int read(byte[] buffer) {
            System.arraycopy(arrived, 0, buffer, 0, arrived.length);
            int n = arrived.length;
            arrived = null;
            meanwhile.run();
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
