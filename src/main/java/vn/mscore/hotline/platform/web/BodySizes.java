package vn.mscore.hotline.platform.web;

import vn.mscore.hotline.platform.Settings;

/**
 * How long bodies may be.
 *
 * @param body of any request, {@code hotline.http.body.max}
 * @param file of an import, {@code hotline.csv.maxBytes}
 */
record BodySizes(int body, int file) {
    private static final int SMALLEST = 1024;
    private static final int DEFAULT_BODY = 1 << 20;
    private static final int LARGEST_BODY = 100 << 20;
    private static final int DEFAULT_FILE = 20 << 20;
    private static final int LARGEST_FILE = 1 << 30;

    /** As the deployer says. */
    static BodySizes from(Settings settings) {
        return new BodySizes(
                settings.number("hotline.http.body.max", DEFAULT_BODY, SMALLEST, LARGEST_BODY),
                settings.number("hotline.csv.maxBytes", DEFAULT_FILE, SMALLEST, LARGEST_FILE));
    }

    /** Whether a file is sent to {@code path}. */
    static boolean isImport(String path) {
        return path.endsWith("/import");
    }

    /** The limit of what is sent to {@code path}. */
    int at(String path) {
        return isImport(path) ? file : body;
    }
}
