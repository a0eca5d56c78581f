package vn.mscore.hotline.voice;

/** PORT: which operators' telephones ring for waiting callers. Repeated by us after every restart of the exchange. */
public interface QueueSeats {
    /** Lets {@code device} ring, or stops it. Idempotent. */
    void seat(String device, boolean present);
}
