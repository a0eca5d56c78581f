package vn.mscore.hotline.sms.simulator;

import java.util.Arrays;
import java.util.Optional;

/** A way in which the simulated network or modem can be told to misbehave. Zero is always the good behaviour. */
public enum Switch {
    /** Milliseconds a message or report stays in the air. */
    DELAY("delay", Kind.MILLISECONDS, 60_000),
    /** Share of the parts to a modem that arrive twice. */
    DUPLICATE("duplicate", Kind.PERCENT, 100),
    /** Parts of a long text arrive last one first. */
    REORDER("reorder", Kind.FLAG, 1),
    /** Share of the parts to a modem that never arrive. */
    LOSE_PART("lose-part", Kind.PERCENT, 100),
    /** Share of the status reports that never arrive. */
    LOSE_REPORT("lose-report", Kind.PERCENT, 100),
    /** Share of the submits that the network takes but the modem never answers. */
    LOSE_ANSWER("lose-answer", Kind.PERCENT, 100),
    /** Share of the submits whose prompt never comes. */
    LOSE_PROMPT("lose-prompt", Kind.PERCENT, 100),
    /** Share of the submits that fail with {@link #SUBMIT_ERROR_CODE}. */
    SUBMIT_ERROR("submit-error", Kind.PERCENT, 100),
    /** The code of +CMS ERROR (3GPP TS 27.005 3.2.5) for failing submits; 0 means 500, unknown error. */
    SUBMIT_ERROR_CODE("submit-error-code", Kind.NUMBER, 999),
    /** Share of the answers with a foreign line in the middle. */
    NOISE("noise", Kind.PERCENT, 100),
    /** The modem reads and says nothing. */
    HANG("hang", Kind.FLAG, 1),
    /** The modem is pulled out; putting it back is a cold start. */
    UNPLUG("unplug", Kind.FLAG, 1),
    /** No free place for messages on the SIM. */
    SIM_FULL("sim-full", Kind.FLAG, 1),
    /** The SIM asks for its PIN after the next cold start. */
    PIN("pin", Kind.FLAG, 1),
    /** The modem finds no network. */
    NO_NETWORK("no-network", Kind.FLAG, 1),
    /** Milliseconds the network takes for a submit. */
    SUBMIT_DELAY("submit-delay", Kind.MILLISECONDS, 120_000),
    /** Bits per second of the wire, ten bits a byte; 0 is unlimited. */
    BAUD("baud", Kind.NUMBER, 4_000_000);

    private final String key;
    private final Kind kind;
    private final int max;

    Switch(String key, Kind kind, int max) {
        this.key = key;
        this.kind = kind;
        this.max = max;
    }

    /** The name outside Java. */
    public String key() {
        return key;
    }

    /** What its number counts. */
    public Kind kind() {
        return kind;
    }

    /** Its largest value; the smallest is 0. */
    public int max() {
        return max;
    }

    /** The switch of this name. */
    public static Optional<Switch> of(String key) {
        return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
    }

    /** What the number of a switch counts. */
    public enum Kind {
        /** 0 off, 1 on. */
        FLAG,
        /** 0 to 100, spread evenly: 20 is each fifth. */
        PERCENT,
        /** A time. */
        MILLISECONDS,
        /** A plain number. */
        NUMBER
    }
}
