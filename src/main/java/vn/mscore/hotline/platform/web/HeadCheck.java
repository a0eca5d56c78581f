package vn.mscore.hotline.platform.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * What the head of every request must keep to before anybody reads more of it (rows 128, 130 and 132): fields as {@link
 * HeadFields} wants them, a verb that something here answers, a type where the interface reads a body. Its place among the
 * filters stands in {@code web.xml}.
 */
public class HeadCheck implements Filter {
    private static final String INTERFACE = "/api/";

    private static final Set<String> VERBS = Set.of("GET", "HEAD", "POST", "OPTIONS");
    private static final Set<String> VERBS_OF_PROGRAMS = Set.of("PUT", "DELETE");

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
            answer.setHeader("Allow", "GET, HEAD, POST, OPTIONS");
        }
        answer.sendError(refusal);
    }

    private static int refusal(HttpServletRequest asked) {
        HeadFields fields = HeadFields.of(asked);
        int refusal = fields.refusal();
        if (refusal == 0 && !isAnswered(asked)) {
            return HttpServletResponse.SC_METHOD_NOT_ALLOWED;
        }
        boolean untyped = asked.getRequestURI().startsWith(INTERFACE) && fields.isUntypedBody();
        return refusal == 0 && untyped ? HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE : refusal;
    }

    /** Nobody but programs puts and deletes: those of the interface and the gateways that bring us texts. */
    private static boolean isAnswered(HttpServletRequest asked) {
        String verb = asked.getMethod();
        String path = asked.getRequestURI();
        boolean program = path.startsWith(INTERFACE) || path.startsWith("/sms/");
        return VERBS.contains(verb) || program && VERBS_OF_PROGRAMS.contains(verb);
    }
}
