package vn.mscore.hotline.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this node is called among those of one database; the same after a restart, so that it has its own lines at once. */
@Singleton
public class NodeName {
    /** The setting. */
    public static final String KEY = "hotline.node";

    private static final int LONGEST = 200;
    private static final int LONGEST_LABEL = 50;

    private final String text;

    /** The setting, or the name of the machine and the port of the pages. */
    @Inject
    public NodeName(Settings settings) {
        text = settings.text(KEY)
                .orElseGet(
                        () -> host() + ":" + settings.text("hotline.http.port").orElse(""));
        Settings.WrongSetting.unless(text.length() <= LONGEST, KEY, "is longer than " + LONGEST + " characters");
    }

    /** Its whole name. */
    public String text() {
        return text;
    }

    /** Its name where an alarm tells it: short, of letters, digits and {@code . : _ -}, so that no text and no JSON breaks. */
    public String label() {
        String plain = text.replaceAll("[^A-Za-z0-9.:_-]", "-");
        return plain.substring(0, Math.min(plain.length(), LONGEST_LABEL));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
