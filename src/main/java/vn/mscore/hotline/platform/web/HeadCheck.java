package vn.mscore.hotline.platform.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * What the head of every request must keep to before anybody reads more of it (rows 128, 130 and 132): fields as {@link
 * HeadFields} wants them, a verb that something here answers, a type where the interface reads a body. Its place among the
 * filters stands in {@code web.xml}.
 */
public class HeadCheck implements Filter {
    private static final String INTERFACE = "/api/";

    private static final List<String> VERBS = List.of("GET", "HEAD", "POST", "OPTIONS");
    private static final List<String> VERBS_OF_PROGRAMS = List.of("GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        int refusal = refusal(asked);
        if (refusal == 0) {
            chain.doFilter(request, response);
            return;
        }
        HttpServletResponse answer = (HttpServletResponse) response;
        // What follows on this connection may be what somebody smuggled (RFC 9112, 6.1).
        answer.setHeader("Connection", "close");
        if (refusal == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
            answer.setHeader("Allow", String.join(", ", verbs(asked)));
        }
        answer.sendError(refusal);
    }

    private static int refusal(HttpServletRequest asked) {
        HeadFields fields = HeadFields.of(asked);
        int refusal = fields.refusal();
        if (refusal != 0) {
            return refusal;
        }
        if (!verbs(asked).contains(asked.getMethod())) {
            return HttpServletResponse.SC_METHOD_NOT_ALLOWED;
        }
        boolean untyped = asked.getRequestURI().startsWith(INTERFACE) && fields.isUntypedBody();
        return untyped ? HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE : 0;
    }

    /** Nobody but programs puts and deletes: those of the interface and the gateways that bring us texts. */
    private static List<String> verbs(HttpServletRequest asked) {
        String path = asked.getRequestURI();
        return path.startsWith(INTERFACE) || path.startsWith("/sms/") ? VERBS_OF_PROGRAMS : VERBS;
    }
}
