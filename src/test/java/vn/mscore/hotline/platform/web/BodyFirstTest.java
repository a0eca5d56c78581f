package vn.mscore.hotline.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has room for his body beside whom (row 126). */
class BodyFirstTest {
    private static final int PIECE = 8192;
    private static final int CROWD = 101;

    @SuppressWarnings("unchecked")
    private final BodyFirst filter =
            new BodyFirst(key -> Optional.empty(), (Instance<RequestContextController>) mock(Instance.class));

    /** A request on its way, and what the container is told of it. */
    private final class Asked {
        private final AsyncContext context = mock(AsyncContext.class);
        private final HttpServletRequest request = mock(HttpServletRequest.class);
        private final HttpServletResponse response = mock(HttpServletResponse.class);
        private final ServletInputStream wire = mock(ServletInputStream.class);
        private ReadListener listener;

        Asked(String path, String rest) throws IOException, ServletException {
            when(request.getDispatcherType()).thenReturn(DispatcherType.REQUEST);
            when(request.getServletPath()).thenReturn(path);
            when(request.getRequestURI()).thenReturn(path + rest);
            when(request.getContentLengthLong()).thenReturn(1L);
            when(request.getInputStream()).thenReturn(wire);
            when(request.startAsync(any(), any())).thenReturn(context);
            doAnswer(call -> listener = call.getArgument(0)).when(wire).setReadListener(any());
            filter.doFilter(request, response, mock(FilterChain.class));
        }

        /** So many pieces of it arrive and no more for now. */
        void sends(int pieces) throws IOException {
            int[] left = {pieces};
            when(wire.isReady()).thenAnswer(call -> left[0]-- > 0);
            when(wire.read(any(byte[].class))).thenReturn(PIECE);
            listener.onDataAvailable();
        }
    }

    @ParameterizedTest(name = "a crowd at {0} and a newcomer at {1}: goes on {2}")
    @CsvSource({
        "/console, /sms, true",
        "/api, /sms, true",
        "/sms, /console, true",
        "/console, /console, false",
        "/console, /api, false",
        "/sms, /sms, false"
    })
    void aCrowdAtWorkKeepsNobodyOutOfTheOtherRoom(String crowd, String newcomer, boolean goesOn) throws Exception {
        for (int i = 0; i < CROWD; i++) {
            new Asked(crowd, "/in/near").listener.onAllDataRead();
        }
        Asked asked = new Asked(newcomer, "/in/near");
        asked.listener.onAllDataRead();
        told(asked, goesOn);
    }

    @ParameterizedTest(name = "bodies at {0} and a newcomer at {1}: goes on {2}")
    @CsvSource({"/console, /sms, true", "/sms, /console, true", "/console, /api, false", "/sms, /sms, false"})
    void bodiesThatFillTheOneRoomLeaveTheOther(String crowd, String newcomer, boolean goesOn) throws Exception {
        for (int i = 0; i < 3 * CROWD; i++) {
            new Asked(crowd, "/in/near").sends(longest(crowd));
        }
        Asked asked = new Asked(newcomer, "/in/near");
        asked.sends(longest(newcomer));
        if (goesOn) {
            asked.listener.onAllDataRead();
        }
        told(asked, goesOn);
    }

    private static int longest(String path) {
        return path.equals("/sms") ? 7 : 120;
    }

    @ParameterizedTest(name = "{1} pieces at {0} are too long: {2}")
    @CsvSource({"/sms, 7, false", "/sms, 9, true", "/console, 9, false", "/console, 120, false", "/console, 129, true"})
    void anAggregatorsBodyIsNoLongerThanAText(String path, int pieces, boolean tooLong) throws Exception {
        Asked asked = new Asked(path, "/in/near");
        asked.sends(pieces);
        // Who reads it then finds one byte too many and answers 413.
        verify(asked.context, times(tooLong ? 1 : 0)).dispatch();
    }

    private static void told(Asked asked, boolean goesOn) {
        if (goesOn) {
            verify(asked.context).dispatch();
        } else {
            verify(asked.response).setStatus(503);
            verify(asked.context).complete();
        }
    }

    @Test
    void aBodyThatIsHereHasNoOtherListener() throws IOException {
        ServletInputStream wire = mock(ServletInputStream.class);
        ArrivingBody body = new ArrivingBody(wire, 1, null);
        ServletInputStream kept = new ArrivedRequest(mock(HttpServletRequest.class), body).getInputStream();
        ReadListener second = mock(ReadListener.class);
        assertThatThrownBy(() -> kept.setReadListener(second)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> kept.setReadListener(null)).isInstanceOf(NullPointerException.class);
        assertThat(kept.read()).isEqualTo(-1);
        assertThat(kept.isFinished()).isTrue();
    }
}
