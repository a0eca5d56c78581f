package vn.mscore.hotline.complaint;

import java.time.Instant;
import java.util.Set;

/** Erases the words and numbers of cases that were closed long ago. Needs a transaction. */
public interface CaseErasure {
    /** Erases at most {@code limit} cases closed before {@code before}. */
    Outcome erase(Instant before, int limit);

    /** Where the words of held cases came from, {@code sms:<inbox id>:<line>}: these messages are kept too. */
    Set<String> heldSources();

    /**
     * Where the spoken words of cases that are held, sealed or not yet closed came from, {@code recording:<uuid>} or {@code
     * call:<id>}, as long as those words are kept: no recording of theirs is erased, whoever asks.
     */
    Set<String> keptVoices();

    /** How many were erased, and how many a hold kept. */
    record Outcome(int erased, int held) {}
}
