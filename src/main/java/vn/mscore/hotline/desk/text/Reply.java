package vn.mscore.hotline.desk.text;

import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.shared.Language;

/** What the desk says to what was asked: one template, or nothing when the fact itself will speak. */
public record Reply(Optional<String> template, Map<String, String> values, Language language) {
    private static final Reply NOTHING = new Reply(Optional.empty(), Map.of(), Language.VI_PLAIN);

    /** No answer. */
    public static Reply nothing() {
        return NOTHING;
    }
}
