package vn.mscore.hotline.privacy;

import java.time.Instant;
import java.util.List;

/** What was erased because its time was over: how much of what, never what it said. Needs a transaction. */
public interface ErasureLog {
    /** Writes a run down. */
    void note(Erased erased);

    /** The newest runs that erased or held something. */
    List<Erased> newest(int limit);

    /**
     * One run over one kind of thing.
     *
     * @param subject stable code such as {@code sms.texts}
     * @param before everything older went
     * @param erased how many rows lost their words
     * @param held how many stayed because of a legal hold
     * @param at when
     */
    record Erased(String subject, Instant before, long erased, long held, Instant at) {}
}
