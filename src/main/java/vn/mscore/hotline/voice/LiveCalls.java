package vn.mscore.hotline.voice;

/**
 * PORT: the calls that the exchange has. It tells of each itself; whoever handed one back to it says so too, for while nobody
 * hears the exchange: what it does not know any more once its state is read is over.
 */
@FunctionalInterface
public interface LiveCalls {
    /** The exchange has this call. In a transaction of its own, or the caller's. */
    void lives(String callId);
}
