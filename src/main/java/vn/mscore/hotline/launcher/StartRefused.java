package vn.mscore.hotline.launcher;

/** The gateway cannot start; the message is the cause in one clear line for the technician, without any secret. */
public final class StartRefused extends Exception {
    private static final long serialVersionUID = 1;

    /** Because of {@code cause}. */
    public StartRefused(String cause) {
        super(cause);
    }

    /** Because of {@code cause}, which {@code origin} shows in the log. */
    public StartRefused(String cause, Throwable origin) {
        super(cause, origin);
    }
}
