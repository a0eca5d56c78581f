package vn.mscore.hotline.switchboard;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;

/** The operators' queue as a caller meets it. */
public interface Switchboard {
    /** Whether a caller can be put through to a person now. Needs a transaction. */
    Opening opening();

    /** Whether {@link #opening()} is {@link Opening#OPEN}. Needs a transaction. */
    default boolean open() {
        return opening() == Opening.OPEN;
    }

    /** Where this caller will stand: behind all who wait, or where it stood when it left, a place that the exchange keeps. Needs a transaction. */
    Outlook outlook(String callId);

    /** Writes down who comes and why, before the call leaves for the queue; a second word on the same call replaces it. Needs a transaction. */
    void welcome(Visit visit);

    /** Who was sent to the queue and is out of it is called back at the number shown, also when it never let him in. Needs a transaction. */
    void cameOut(String callId);

    /** Who left the queue is called back at {@code phone} only, in his place if it is the number shown; the day. Needs a transaction. */
    LocalDate callBack(String callId, PhoneNumber phone);

    /**
     * A caller on the way into the queue.
     *
     * @param callId the exchange's id of the call
     * @param phone the number shown, empty when hidden
     * @param topic why, as a word of the desk: {@code dossier}, {@code petition}, {@code menu}; {@code [a-z0-9-]{1,50}}
     */
    record Visit(String callId, Optional<PhoneNumber> phone, String topic) {}

    /**
     * What can be said to somebody who wants to wait.
     *
     * @param position the place in the queue, 1 for the next one to be served
     * @param estimate how long it will take about, from the calls of the last hour; empty when there were too few to tell
     */
    record Outlook(int position, Optional<Duration> estimate) {}

    /** Whether somebody answers. */
    enum Opening {
        /** Within the hours, and somebody is there. */
        OPEN,
        /** Within the hours, and nobody is there. */
        NOBODY,
        /** A working day, outside the hours. */
        AFTER_HOURS,
        /** Not a working day. */
        HOLIDAY
    }
}
