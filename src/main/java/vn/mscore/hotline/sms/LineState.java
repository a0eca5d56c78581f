package vn.mscore.hotline.sms;

import java.util.OptionalInt;

/**
 * The state of a line for health, metrics and screens.
 *
 * @param name the line
 * @param status READY can send and receive
 * @param detail what is wrong or which network, for the technician; no numbers
 * @param signal received signal quality 0..31 (3GPP TS 27.007 8.5), empty when unknown
 * @param simUsed messages waiting in the SIM's and the modem's storages
 * @param simSize their capacity, 0 when unknown
 * @param sendable whether it can send now; a line that is not READY may, when only its receiving is away
 */
public record LineState(
        String name, Status status, String detail, OptionalInt signal, int simUsed, int simSize, boolean sendable) {
    /** Of a line that sends when it is READY. */
    public LineState(String name, Status status, String detail, OptionalInt signal, int simUsed, int simSize) {
        this(name, status, detail, signal, simUsed, simSize, status == Status.READY);
    }

    /** Whether it works, is on its way, or needs a person. Their order is the number at {@code /metrics}. */
    public enum Status {
        /** Registered, can send and receive. */
        READY,
        /** Opening, registering or resetting. */
        STARTING,
        /** Not reachable; tried again by itself. */
        LOST,
        /** Stopped until a person acts: wrong PIN, changed SIM, port held by somebody else. */
        BLOCKED,
        /** Worked by another node; this one takes over when that one is gone. */
        STANDBY
    }
}
