package vn.mscore.hotline.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import vn.mscore.hotline.platform.BodyTooSlow;
import vn.mscore.hotline.platform.Callers;

class ArrivingBodyTest {
    private static final long SILENT = -1;
    private static final long MOST = TimeUnit.SECONDS.toNanos(30);

    private long now = Long.MAX_VALUE - 5;
    private final BodyPlaces places = new BodyPlaces(new BodyPlaces.Limits(1, 1, 1), () -> now);
    private BodyPlaces.Place place;

    @Test
    void aBodyThatComesInTimeIsReadAndItsPlaceGivenBackWithTheLastByte() throws IOException {
        ArrivingBody body = body(3, 3, TimeUnit.SECONDS.toNanos(9));
        assertThat(body.read()).isEqualTo('x');
        assertThat(body.read()).isEqualTo('x');
        assertThat(isWaiting()).isTrue();
        assertThat(body.read()).isEqualTo('x');
        assertThat(isWaiting()).as("nobody need ask for the end").isFalse();
        assertThat(body.read()).isEqualTo(-1);
    }

    @Test
    void withoutALengthTheEndGivesThePlaceBack() throws IOException {
        ArrivingBody body = body(2, -1, 0);
        assertThat(body.read()).isEqualTo('x');
        assertThat(body.read()).isEqualTo('x');
        assertThat(isWaiting()).isTrue();
        assertThat(body.read()).isEqualTo(-1);
        assertThat(isWaiting()).isFalse();
    }

    @Test
    void aByteNowAndThenIsTooSlow() throws IOException {
        ArrivingBody body = body(1000, 1000, TimeUnit.SECONDS.toNanos(1));
        for (int i = 0; i < 30; i++) {
            assertThat(body.read()).isEqualTo('x');
        }
        assertThatExceptionOfType(BodyTooSlow.class).isThrownBy(body::read);
    }

    @Test
    void aLongFileOverASlowLineArrives() throws IOException {
        int length = 1 << 20;
        ArrivingBody body = body(length, length, TimeUnit.MILLISECONDS.toNanos(400));
        byte[] piece = new byte[8192];
        for (int taken = 0; taken < length; ) {
            int n = body.read(piece, 0, piece.length);
            assertThat(n).isPositive();
            taken += n;
        }
        assertThat(isWaiting()).isFalse();
    }

    @Test
    void whoAsksForNothingDoesNotWait() throws IOException {
        long before = now;
        assertThat(body(1, 2, 1).read(new byte[1], 0, 0)).isZero();
        assertThat(now).isEqualTo(before);
    }

    @Test
    void aBodyForWhichTheContainerWaitedInVainIsTooSlow() {
        ArrivingBody body = body(0, 1, SILENT);
        assertThatExceptionOfType(BodyTooSlow.class).isThrownBy(body::read);
    }

    @Test
    void theDoorSendsAwayWhoWasTooSlowHoweverThatWasToldAndNobodyElse() throws IOException, ServletException {
        HttpServletResponse response = mock(HttpServletResponse.class);
        door(response, new ServletException(new IllegalStateException(new BodyTooSlow())));
        verify(response).sendError(408);
        IllegalStateException first = new IllegalStateException("no body's fault");
        first.initCause(new IllegalStateException(first));
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThatExceptionOfType(ServletException.class)
                .isThrownBy(() -> door(mock(HttpServletResponse.class), new ServletException(first))));
    }

    private static void door(HttpServletResponse response, ServletException failure)
            throws IOException, ServletException {
        HttpServletRequest asked = mock(HttpServletRequest.class);
        when(asked.getHeader("Transfer-Encoding")).thenReturn("chunked");
        when(asked.getHeaders("X-Forwarded-For")).thenReturn(Collections.emptyEnumeration());
        when(asked.getRemoteAddr()).thenReturn("127.0.0.1");
        BodyDoor door = new BodyDoor(key -> Optional.empty(), new Callers(key -> Optional.empty()));
        door.doFilter(asked, response, (request, answer) -> {
            throw failure;
        });
    }

    /** Each read takes {@code wait} nanoseconds. */
    private ArrivingBody body(int there, long length, long wait) {
        ByteArrayInputStream bytes = new ByteArrayInputStream("x".repeat(there).getBytes(StandardCharsets.US_ASCII));
        ServletInputStream slow = new ServletInputStream() {
            @Override
            public int read() {
                now += wait;
                return bytes.read();
            }

            @Override
            public int read(byte[] buffer, int offset, int most) throws IOException {
                if (wait == SILENT) {
                    throw new IOException(new TimeoutException());
                }
                now += wait;
                return bytes.read(buffer, offset, most);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("not asked for");
            }
        };
        place = places.enter("a").orElseThrow();
        return new ArrivingBody(slow, length, place, MOST);
    }

    /** Nobody else has a place as long as it waits. */
    private boolean isWaiting() {
        return places.enter("b").map(other -> false).orElse(true);
    }
}
