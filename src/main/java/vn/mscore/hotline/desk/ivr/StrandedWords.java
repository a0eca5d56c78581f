package vn.mscore.hotline.desk.ivr;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import vn.mscore.hotline.voice.RecordingStranded;

/** Registers what was said when no flow was left to do it. */
@Singleton
public class StrandedWords {
    private final SpokenWords words;

    /** Registers with {@code words}. */
    @Inject
    StrandedWords(SpokenWords words) {
        this.words = words;
    }

    void stranded(@Observes RecordingStranded fact) {
        Spoken spoken = new Spoken(Errand.parse(fact.purpose(), fact.secret()), fact.recording());
        if (fact.recording().spoken()) {
            words.keep(spoken, fact.caller());
        } else {
            words.nothing(spoken, fact.caller());
        }
    }
}
