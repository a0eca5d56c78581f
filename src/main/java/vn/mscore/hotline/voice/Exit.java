package vn.mscore.hotline.voice;

/** What the exchange does after our part of a call: the verdict it reads last. */
public enum Exit {
    /** Hang up. */
    HANG_UP,
    /** Put the caller into the operators' queue. */
    TO_QUEUE,
    /** Let the caller leave a message as if we were not there. */
    TO_FALLBACK
}
