package vn.mscore.hotline.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.mscore.hotline.platform.Settings;

/**
 * Answers only under names that are ours (row 131): a page of somebody else's whose name is made to point here
 * ("DNS rebinding") gets nothing, nor does a request that names two. Addresses in figures and {@code localhost} cannot be
 * made to point anywhere else. Its place among the filters stands in {@code web.xml}.
 */
public class HostCheck implements Filter {
    private static final Pattern FIGURES = Pattern.compile("[0-9.]{7,15}|\\[[0-9a-f:.]{2,45}]");

    private final Set<String> names;

    /** Reads {@code hotline.http.names}, names under which a proxy passes requests on, comma separated. */
    @Inject
    public HostCheck(Settings settings) {
        names = Arrays.stream(settings.text("hotline.http.names").orElse("").split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        List<String> claimed = Collections.list(((HttpServletRequest) request).getHeaders("Host"));
        if (claimed.size() < 2 && isOurs(request.getServerName())) {
            chain.doFilter(request, response);
        } else {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    boolean isOurs(String host) {
        String name = host == null ? "" : host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || FIGURES.matcher(name).matches() || !name.isEmpty() && names.contains(name);
    }
}
