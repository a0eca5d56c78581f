package vn.mscore.hotline.desk.text;

import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.shared.Language;

/** What the desk says to what was asked: one template, or nothing when the fact itself will speak. */
public record Reply(
        Optional<String> template, Map<String, String> values, Language language, Optional<String> silence) {
    private static final Reply NOTHING = new Reply(Optional.empty(), Map.of(), Language.VI_PLAIN, Optional.empty());

    /** No answer here: what happened is told by the fact itself. */
    public static Reply nothing() {
        return NOTHING;
    }

    /** No answer to this text at all, for a reason with a code such as {@code desk.guessing}. */
    public static Reply silence(String why) {
        return new Reply(Optional.empty(), Map.of(), Language.VI_PLAIN, Optional.of(why));
    }
}
