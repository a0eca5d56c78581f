package vn.mscore.hotline.voice;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.mscore.hotline.shared.PhoneNumber;

/**
 * Numbers we may ring: mobile and geographic ones of Vietnam's plan (TT 22/2014/TT-BTTTT). Never premium (1900), free
 * (1800), short or foreign ones: fraud lives on destinations (R29).
 */
public final class VoiceNumbers {
    private static final Pattern GEOGRAPHIC = Pattern.compile(
            "\\+842(0[3-9]|1[0-689]|2[0-25-9]|[38][2-9]|4[2-8]|5[124-9]|6[0-39]|7[0-7]|9[0-4679])\\d{7}");

    /** The province's area codes without the trunk zero: no number of Sierra Leone (232) or Ghana (233) has that length. */
    private static final Pattern BARE = Pattern.compile("23[23]\\d{7}");

    private VoiceNumbers() {}

    /**
     * Reads the number a trunk shows. Some leave out the trunk zero, {@code 2333852123}: that is believed of the province's
     * landlines only, since any other number without zero and plus is as well a foreign one.
     */
    public static Optional<PhoneNumber> shown(String raw) {
        return PhoneNumber.parse(raw).or(() -> PhoneNumber.parse("0" + raw)
                .filter(phone -> BARE.matcher(raw).matches()));
    }

    /** Whether {@code phone} is one of them. */
    public static boolean mayRing(PhoneNumber phone) {
        return phone.isVietnameseMobile() || GEOGRAPHIC.matcher(phone.e164()).matches();
    }
}
