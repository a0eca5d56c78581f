package vn.mscore.hotline.platform;

import java.time.Duration;
import java.util.Optional;

/**
 * The deployer's settings, already merged (defaults, file, environment, system properties) and decrypted. A room reads
 * them once at start into its own settings record; a wrong value refuses the start naming the key, not the value.
 */
public interface Settings {
    /** The value of {@code key}, absent when neither set nor defaulted. */
    Optional<String> text(String key);

    /** A whole number within {@code min..max}. */
    default int number(String key, int fallback, int min, int max) {
        int value;
        try {
            value = text(key).map(String::trim).map(Integer::parseInt).orElse(fallback);
        } catch (NumberFormatException e) {
            throw new WrongSetting(key, "is not a whole number");
        }
        if (value < min || value > max) {
            throw new WrongSetting(key, "must lie between " + min + " and " + max);
        }
        return value;
    }

    /** {@code true} or {@code false}. */
    default boolean flag(String key, boolean fallback) {
        String value = text(key).map(String::trim).orElse(Boolean.toString(fallback));
        if (!value.equals("true") && !value.equals("false")) {
            throw new WrongSetting(key, "must be true or false");
        }
        return value.equals("true");
    }

    /** A number of seconds, at least {@code 1}. */
    default Duration seconds(String key, int fallback) {
        return Duration.ofSeconds(number(key, fallback, 1, Integer.MAX_VALUE));
    }

    /** Refuses the start; the message names the key and never the value. */
    final class WrongSetting extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** The setting {@code key} cannot be used because it {@code why}. */
        public WrongSetting(String key, String why) {
            super("setting " + key + " " + why);
        }

        /** Refuses the setting {@code key} with {@code why} unless it is {@code usable}. */
        public static void unless(boolean usable, String key, String why) {
            if (!usable) {
                throw new WrongSetting(key, why);
            }
        }
    }
}
