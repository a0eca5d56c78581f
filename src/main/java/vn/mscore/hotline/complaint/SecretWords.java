package vn.mscore.hotline.complaint;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import vn.mscore.hotline.shared.Unaccented;

/** Whether words look like something of the sealed lane, wherever they were said: then no list and no page shows them. */
@Singleton
public class SecretWords {
    private static final Pattern DENUNCIATION =
            Pattern.compile("(?i)^\\W*(?:soan\\w*\\W+)?(?:t\\W?cao|to\\W*cao|to\\W*giac|tc\\s+(?!\\S*\\d))");

    private final Triage triage;

    /** Obeys {@code triage}. */
    @Inject
    public SecretWords(Triage triage) {
        this.triage = triage;
    }

    /** Whether {@code text} denounces, or speaks of a denunciation or of money for an officer. */
    public boolean areIn(String text) {
        return !text.isEmpty()
                && (DENUNCIATION.matcher(Unaccented.of(text)).find()
                        || triage.suggest(text).secret());
    }
}
