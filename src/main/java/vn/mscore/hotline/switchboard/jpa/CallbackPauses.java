package vn.mscore.hotline.switchboard.jpa;

import jakarta.enterprise.inject.Vetoed;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.platform.Settings;

/**
 * How long to wait after a call-back that nobody answered, {@code hotline.callback.pauses} in minutes. One more try than
 * there are pauses.
 */
@Vetoed
record CallbackPauses(List<Duration> pauses) {
    private static final String KEY = "hotline.callback.pauses";

    /** Reads and checks them. */
    static CallbackPauses from(Settings settings) {
        String text = settings.text(KEY).orElse("30,180");
        Settings.WrongSetting.unless(
                text.matches("[0-9]{1,5}(,[0-9]{1,5}){0,8}"), KEY, "must be minutes, comma separated");
        return new CallbackPauses(Arrays.stream(text.split(","))
                .map(minutes -> Duration.ofMinutes(Long.parseLong(minutes)))
                .toList());
    }

    /** The pause after the {@code tries}-th try, empty after the last one. */
    Optional<Duration> after(int tries) {
        return tries <= pauses.size() ? Optional.of(pauses.get(tries - 1)) : Optional.empty();
    }
}
