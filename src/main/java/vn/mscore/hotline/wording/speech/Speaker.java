package vn.mscore.hotline.wording.speech;

import java.util.Optional;

/** PORT: speaks an office's words that nobody recorded. Never what a citizen wrote. */
interface Speaker {
    /** The sound of {@code words} such as {@code loi/4f1c...}; empty when nobody can speak them now. Takes three seconds at most. */
    Optional<String> say(String words);
}
