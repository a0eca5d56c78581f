package vn.mscore.hotline.sms.smpp;

import java.util.Optional;
import vn.mscore.hotline.platform.Settings;

/**
 * What operators want written otherwise in the fields of SMPP 3.4 5.2.
 *
 * @param source type and plan of our sender; empty: by its shape
 * @param destination those of whom we text; the number itself stays international, without a plus
 * @param range those of {@code addressRange}
 * @param addressRange numbers that the session serves (5.2.7), usually empty
 * @param serviceType service_type of what we send (5.2.11), usually empty
 * @param period how long a text is worth it
 */
record SmppForm(
        Optional<Type> source,
        Type destination,
        Type range,
        String addressRange,
        String serviceType,
        ValidityPeriod period) {
    private static final String TYPE = "[0-6]/(?:[01346890]|10|14|18)";

    /** Type of number (5.2.5) and numbering plan (5.2.6). */
    record Type(byte ton, byte npi) {
        static final byte INTERNATIONAL = 1;
        static final byte ISDN = 1;

        static Type of(int ton, int npi) {
            return new Type((byte) ton, (byte) npi);
        }

        private static Type parse(String text) {
            String[] parts = text.split("/");
            return of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }
    }

    static SmppForm read(Settings settings, String key) {
        return new SmppForm(
                type(settings, key + ".sourceType"),
                type(settings, key + ".destinationType").orElse(Type.of(Type.INTERNATIONAL, Type.ISDN)),
                type(settings, key + ".addressType").orElse(Type.of(0, 0)),
                SmppSettings.limited(
                        settings,
                        key + ".addressRange",
                        "[\\x21-\\x7e]{0,40}",
                        "must have at most 40 plain characters"),
                SmppSettings.limited(
                        settings, key + ".serviceType", "[\\x21-\\x7e]{0,5}", "must have at most 5 plain characters"),
                ValidityPeriod.read(settings, key + ".validity"));
    }

    private static Optional<Type> type(Settings settings, String key) {
        String text = SmppSettings.limited(
                settings, key, "(?:" + TYPE + ")?", "must be type of number and numbering plan, as 5/0");
        return text.isEmpty() ? Optional.empty() : Optional.of(Type.parse(text));
    }
}
