package vn.mscore.hotline.voice.ami;

import jakarta.enterprise.inject.Vetoed;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.privacy.SecretFiles;

/**
 * How the exchange's manager is reached.
 *
 * @param wanted whether there is an exchange, {@code hotline.voice.asterisk} is not {@code off}
 * @param host {@code hotline.voice.ami} before the colon
 * @param port {@code hotline.voice.ami} behind it
 * @param dailyCap most calls ordered on one day, {@code hotline.voice.dial.dailycap}
 * @param within how long an order may wait to be dialled, {@code hotline.voice.dial.within}
 * @param shown the number people see when we ring them, {@code hotline.number}
 */
@Vetoed
record AmiSettings(boolean wanted, String host, int port, int dailyCap, Duration within, String shown) {
    private static final String ADDRESS = "hotline.voice.ami";
    private static final Pattern HOST_AND_PORT = Pattern.compile("([A-Za-z0-9.-]{1,100}):([0-9]{1,5})");
    private static final int HIGHEST_PORT = 65_535;
    private static final int USUAL_CAP = 200;
    private static final int HIGHEST_CAP = 100_000;
    private static final int USUAL_WAIT = 10;
    private static final int LONGEST_WAIT = 1440;
    private static final int SECRET_BYTES = 24;
    private static final int SHORTEST_SECRET = 16;

    /** Reads and checks them. */
    static AmiSettings from(Settings settings) {
        Matcher address = HOST_AND_PORT.matcher(settings.text(ADDRESS).orElse("127.0.0.1:5038"));
        Settings.WrongSetting.unless(address.matches(), ADDRESS, "must be host:port");
        int port = Integer.parseInt(address.group(2));
        boolean wanted = !settings.text("hotline.voice.asterisk").orElse("off").equals("off");
        Settings.WrongSetting.unless(
                !wanted || port > 0 && port <= HIGHEST_PORT, ADDRESS, "must have a port of 1 to 65535");
        return new AmiSettings(
                wanted,
                address.group(1),
                port,
                settings.number("hotline.voice.dial.dailycap", USUAL_CAP, 0, HIGHEST_CAP),
                Duration.ofMinutes(settings.number("hotline.voice.dial.within", USUAL_WAIT, 1, LONGEST_WAIT)),
                settings.text("hotline.number").orElse("").replaceAll("[^0-9]", ""));
    }

    /** The address for an account whose secret is kept, or made now, under the name {@code secret}. */
    AmiAddress as(String user, SecretFiles secrets, String secret) {
        return new AmiAddress(
                host,
                port,
                user,
                secrets.find(secret, SHORTEST_SECRET).orElseGet(() -> secrets.findOrMake(secret, SECRET_BYTES)));
    }
}
