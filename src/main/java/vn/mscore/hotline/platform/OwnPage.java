package vn.mscore.hotline.platform;

import java.net.URI;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Tells a request of our own page from one that another site's page sent (Fetch Metadata, RFC 6454). */
public final class OwnPage {
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private OwnPage() {}

    /**
     * Whether one of our pages, or no page at all, sent this.
     *
     * @param header the request's header of a name, null when it has none
     */
    public static boolean sent(UnaryOperator<String> header) {
        String site = header.apply("Sec-Fetch-Site");
        String origin = header.apply("Origin");
        return (site == null || OWN.contains(site))
                && (origin == null || authority(origin).equals(header.apply("Host")));
    }

    private static String authority(String origin) {
        try {
            String authority = URI.create(origin).getAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
