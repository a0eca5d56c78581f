package vn.mscore.hotline.console.workbench.live;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import vn.mscore.hotline.privacy.PersonalDataCipher;
import vn.mscore.hotline.privacy.PersonalDataCipher.CannotOpen;
import vn.mscore.hotline.privacy.PersonalDataCipher.Lane;
import vn.mscore.hotline.privacy.PersonalDataCipher.Place;

/**
 * Places among the events as they are given to browsers: the events are everybody's, so a number would count what others do.
 * Sealed under the key all nodes share, all of one length, and never twice the same.
 */
@Singleton
public class Positions {
    private static final Place PLACE = new Place("console_event", "position", 0);
    private static final Pattern SEALED = Pattern.compile("[A-Za-z0-9_-]{60,80}");
    private static final String BEGINNING = "0";

    private final PersonalDataCipher cipher;

    /** Seals with {@code cipher}. */
    @Inject
    Positions(PersonalDataCipher cipher) {
        this.cipher = cipher;
    }

    /** The position of an event, opaque. */
    String sealed(long event) {
        byte[] sealed = cipher.seal(Lane.PERSONAL, PLACE, String.format("%019d", event));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** What was sealed; 0 for the beginning; empty for whatever else somebody sends, a plain number too. */
    OptionalLong opened(String sent) {
        if (sent.equals(BEGINNING)) {
            return OptionalLong.of(0);
        }
        if (!SEALED.matcher(sent).matches()) {
            return OptionalLong.empty();
        }
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(sent);
            return OptionalLong.of(Long.parseLong(cipher.open(PLACE, sealed)));
        } catch (CannotOpen | IllegalArgumentException e) {
            return OptionalLong.empty();
        }
    }
}
