package vn.mscore.hotline.sms.http;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.platform.Callers;

/**
 * The addresses that aggregators call, {@code /sms/in/NAME} and {@code /sms/dlr/NAME}. No resource of the interface: its
 * callers have no key of ours, and their signatures are over the octets they sent.
 */
@WebServlet(urlPatterns = "/sms/*", asyncSupported = true)
public class WebhookDoor extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final Pattern PATH = Pattern.compile("/(in|dlr)/([A-Za-z0-9_-]{1,30})");
    private static final int UNAVAILABLE = 503;

    private final transient HttpLines lines;
    private final transient Callers callers;

    /** Leads to {@code lines}. */
    @Inject
    public WebhookDoor(HttpLines lines, Callers callers) {
        this.lines = lines;
        this.callers = callers;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!path.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        WebRequest asked = new WebRequest(
                request.getMethod(),
                request.getQueryString(),
                request::getHeader,
                callers.address(request.getRemoteAddr(), request.getHeaders("X-Forwarded-For")),
                request.getContentLengthLong(),
                request.getInputStream());
        write(lines.called(path.group(1), path.group(2), asked), response);
    }

    private static void write(Reply reply, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        response.setContentType(reply.type());
        if (reply.status() == UNAVAILABLE) {
            response.setHeader("Retry-After", "5");
        }
        response.getOutputStream().write(reply.body().getBytes(StandardCharsets.UTF_8));
    }
}
