package vn.mscore.hotline.sms.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text as the phone of a citizen shows it, and what the network has seen of its way.
 *
 * @param id unique in the network, ascending
 * @param phone the citizen's number
 * @param peer whom it went to or came from
 * @param direction seen from the phone
 * @param text so far; parts not yet there are missing
 * @param parts how many parts it has
 * @param alphabet how it is coded
 * @param price in dong, for whoever sent it
 * @param steps what happened to it, in order
 * @param answers the message this one is taken to answer, or that was answered by it
 */
public record PhoneMessage(
        long id,
        String phone,
        String peer,
        Direction direction,
        String text,
        int parts,
        Alphabet alphabet,
        int price,
        List<Step> steps,
        Optional<Long> answers) {
    private static final Set<Stage> DONE = Set.of(Stage.ARRIVED, Stage.REPORTED, Stage.STORED, Stage.ANSWERED);

    /** Whether every part has arrived at the phone, or the gateway has cleared every part from the SIM. */
    public boolean isDone() {
        return DONE.contains(stage());
    }

    /** How far it has come. */
    public Stage stage() {
        return steps.get(steps.size() - 1).stage();
    }

    /** One thing that happened to all parts of a message. */
    public record Step(Stage stage, Instant at) {}

    /** Which way a text goes. */
    public enum Direction {
        /** From the phone to the gateway. */
        SENT,
        /** From the gateway to the phone. */
        RECEIVED
    }

    /** How a text is coded (3GPP TS 23.038 4). */
    public enum Alphabet {
        /** 160 characters a part. */
        GSM7,
        /** 70 characters a part: Vietnamese with diacritics. */
        UCS2,
        /** Not for people. */
        BINARY
    }

    /** The places on the way. */
    public enum Stage {
        /** The phone has handed it to the network. */
        IN_THE_AIR,
        /** The network waits for room or for the modem. */
        WAITING,
        /** It lies in the modem. */
        IN_MODEM,
        /** The gateway has read it. */
        READ,
        /** The gateway has deleted it from the modem, so it has stored it. */
        STORED,
        /** The gateway has sent an answer. */
        ANSWERED,
        /** The network has taken the first part of an answer from the modem. */
        SUBMITTED,
        /** Every part is on the phone. */
        ARRIVED,
        /** The gateway's modem was told that every part arrived. */
        REPORTED,
        /** Lost on the way, as a switch ordered. */
        LOST
    }
}
