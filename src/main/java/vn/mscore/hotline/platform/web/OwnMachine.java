package vn.mscore.hotline.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;

/** Whether a request was made on this machine, and what a proxy says of one that it passes on. Pure. */
final class OwnMachine {
    private static final List<String> FORWARDED =
            List.of("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[?(::1|(0:){7}1)]?");

    private OwnMachine() {}

    /**
     * Whether the peer is this machine, under an address of its own, and passes nothing on for others: what a proxy of this
     * machine passes on comes from it too. One that says nothing of it, and names this machine to it, cannot be told apart.
     */
    static boolean asks(HttpServletRequest request) {
        return !isPassedOn(request)
                && isOwn(request.getRemoteAddr(), request)
                && isOwn(request.getServerName(), request);
    }

    /** Whether a proxy says that it passes the request on. */
    static boolean isPassedOn(HttpServletRequest request) {
        return FORWARDED.stream().anyMatch(head -> request.getHeader(head) != null);
    }

    private static boolean isOwn(String host, HttpServletRequest request) {
        return host != null && (LOOPBACK.matcher(host).matches() || host.equals(request.getLocalAddr()));
    }
}
