package vn.mscore.hotline.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.logging.Logger;

/**
 * Notices that people reach the screens over a net though the settings do not say how: cookies are then not Secure, or all
 * people count as one address. Settings are read once, so what was seen is true until the next start.
 */
@Singleton
public class UnguardedScreens {
    private static final Logger LOG = Logger.getLogger(UnguardedScreens.class.getName());

    private final Callers callers;
    private final boolean https;
    private volatile boolean plain;
    private volatile boolean nameless;

    /** Reads {@code hotline.console.https}; {@code callers} knows the proxies. */
    @Inject
    public UnguardedScreens(Settings settings, Callers callers) {
        this.callers = callers;
        https = settings.flag("hotline.console.https", false);
    }

    /**
     * A screen was asked for.
     *
     * @param peer the other end of the connection
     * @param own whether somebody on this machine asks for himself
     * @param passedOn whether a proxy says that it passes this on
     */
    public void asked(String peer, boolean own, boolean passedOn) {
        if (!https && !own && !plain) {
            plain = true;
            LOG.warning("screens are reached over a net, and hotline.console.https is not set: cookies are not Secure");
        }
        if (passedOn && !callers.isProxy(peer) && !nameless) {
            nameless = true;
            LOG.warning("a proxy passes screens on, and its address is not in hotline.console.proxies:"
                    + " all who sign in through it count as one address");
        }
    }

    /** Whether that was seen since the start. */
    public boolean wereSeen() {
        return plain || nameless;
    }
}
