package vn.mscore.hotline.desk.text;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.SecretWords;

/** Words behind a command that keeps none: where they hint at money or a crime they become a case as a text of theirs would. */
@Singleton
class WordsBeside {
    private static final Set<Verb> KEEP_NONE = EnumSet.of(Verb.CALLBACK, Verb.DATA, Verb.HELP, Verb.LANGUAGE);

    private final WatchWords watch;
    private final SecretWords secret;
    private final WordsKept words;

    @Inject
    WordsBeside(WatchWords watch, SecretWords secret, WordsKept words) {
        this.watch = watch;
        this.secret = secret;
        this.words = words;
    }

    /** Has the whole text registered; what was commanded is answered as it always is. */
    void keep(Order order, Caller caller) {
        String text = Words.clean(caller.sms().text());
        if (KEEP_NONE.contains(order.verb()) && (watch.isSuspicion(text) || secret.areIn(text))) {
            words.keep(ComplaintKind.UNCLASSIFIED, order.saying(text), caller);
        }
    }
}
