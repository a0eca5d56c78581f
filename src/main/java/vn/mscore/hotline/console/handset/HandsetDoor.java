package vn.mscore.hotline.console.handset;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.mscore.hotline.platform.Settings;

/** The newcomer's handset page is there in the demo only; then the front page leads to it. */
@WebFilter(
        urlPatterns = {"/", "/index.html", "/handset", "/handset/*"},
        asyncSupported = true)
public class HandsetDoor implements Filter {
    private static final String PAGE = "/handset/";

    private final boolean demo;

    /** Reads {@code hotline.demo}. */
    @Inject
    public HandsetDoor(Settings settings) {
        demo = settings.flag("hotline.demo", false);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        String path = asked.getRequestURI().substring(asked.getContextPath().length());
        if (!demo) {
            answer.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (path.startsWith(PAGE)) {
            chain.doFilter(request, response);
        } else {
            // Not sendRedirect: the container would put whatever Host the client named into the address.
            answer.setStatus(HttpServletResponse.SC_FOUND);
            answer.setHeader("Location", asked.getContextPath() + PAGE);
        }
    }
}
