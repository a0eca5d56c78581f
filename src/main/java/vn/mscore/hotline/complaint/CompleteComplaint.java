package vn.mscore.hotline.complaint;

import java.util.List;

/** Adds what was missing of a citizen's words to the case that they became. In the caller's transaction. */
public interface CompleteComplaint {
    /**
     * Adds words to the case that holds the earlier ones; of a merged case to the one it is in; to a closed one as all later
     * words. When the whole is for the secret lane, or a piece of it is there, all cases with a piece of it are moved there
     * first. False, and nothing written, when no case holds any.
     */
    boolean complete(Missing missing);

    /**
     * Words that were missing.
     *
     * @param earlier where the earlier words came from, oldest first, such as {@code sms:123}
     * @param text as they are kept
     * @param whole the words as they are known now, by which they are judged
     * @param denounced whether the whole is a denunciation by its keyword
     * @param source channel and row, such as {@code sms:124:modem}
     */
    record Missing(List<String> earlier, String text, String whole, boolean denounced, String source) {}
}
