package vn.mscore.hotline.sms.lease;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import vn.mscore.hotline.platform.Settings;

/** What this node is called among those of one database; the same after a restart, so that it has its own lines at once. */
@Singleton
class NodeName {
    static final String KEY = "hotline.node";
    private static final int LONGEST = 200;

    private final String text;

    /** The setting, or the name of the machine and the port of the pages. */
    @Inject
    NodeName(Settings settings) {
        text = settings.text(KEY)
                .orElseGet(
                        () -> host() + ":" + settings.text("hotline.http.port").orElse(""));
        Settings.WrongSetting.unless(text.length() <= LONGEST, KEY, "is longer than " + LONGEST + " characters");
    }

    String text() {
        return text;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
