package vn.mscore.hotline.platform.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What the head of every request must keep to before anybody reads more of it (rows 130 and 132): one of the verbs that
 * something here answers, and not more cookies than a browser has of us. Its place among the filters stands in {@code
 * web.xml}.
 */
public class HeadCheck implements Filter {
    private static final Set<String> VERBS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");

    /** Our pages set four; others of the same machine may have set some. */
    private static final int MOST_COOKIES = 100;

    private static final int HEAD_TOO_LARGE = 431;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        if (!VERBS.contains(asked.getMethod())) {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (cookies(Collections.list(asked.getHeaders("Cookie"))) > MOST_COOKIES) {
            ((HttpServletResponse) response).sendError(HEAD_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** How many cookies stand in these lines. */
    static long cookies(List<String> lines) {
        return lines.stream()
                .mapToLong(line -> 1 + line.chars().filter(c -> c == ';').count())
                .sum();
    }
}
