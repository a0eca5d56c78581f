package vn.mscore.hotline.console.frame;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import vn.mscore.hotline.console.AssetNames;

/**
 * Gives the file behind an address of {@link AssetNames}, to be kept for a year. A page that another version of the program
 * made gets the file of this one, not to be kept. Its place among the filters stands in {@code web.xml}.
 */
public class AssetDoor implements Filter {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final AssetNames names;

    /** Joined by CDI. */
    @Inject
    public AssetDoor(AssetNames names) {
        this.names = names;
    }

    @Override
    public void init(FilterConfig config) throws ServletException {
        try {
            names.read(config.getServletContext());
        } catch (IOException e) {
            throw new ServletException("the styles and scripts cannot be read", e);
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String asked = ((HttpServletRequest) request).getRequestURI();
        Optional<String> file = names.file(asked);
        if (file.isPresent()) {
            ((HttpServletResponse) response).setHeader("Cache-Control", FOR_EVER);
        }
        Optional<String> place = file.or(() -> names.otherFile(asked));
        if (place.isPresent()) {
            request.getRequestDispatcher(place.get()).forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
