package vn.mscore.hotline.access.audit;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.platform.PostAddress;
import vn.mscore.hotline.platform.Settings;

/**
 * Who keeps the heads of the trail.
 *
 * @param address {@code hotline.audit.witness}, with {@code hotline.audit.witness.secret}
 * @param patience how long it may take none, {@code hotline.audit.witness.hours}
 */
record WitnessSettings(Optional<PostAddress> address, Duration patience) {
    private static final String KEY = "hotline.audit.witness";
    private static final Set<String> HERE = Set.of("127.0.0.1", "[::1]", "localhost");
    private static final int MOST_HOURS = 168;

    /** Beyond this machine TLS is asked for: whoever sits between could swallow a head and say that it was taken. */
    static WitnessSettings from(Settings settings) {
        Optional<PostAddress> address = PostAddress.from(settings, KEY, "hotline.audit.witness.secret");
        Settings.WrongSetting.unless(
                address.map(PostAddress::uri)
                        .filter(uri -> !"https".equals(uri.getScheme()) && !HERE.contains(uri.getHost()))
                        .isEmpty(),
                KEY,
                "must be an https address, or one of this machine");
        return new WitnessSettings(
                address, Duration.ofHours(settings.number("hotline.audit.witness.hours", 3, 2, MOST_HOURS)));
    }
}
