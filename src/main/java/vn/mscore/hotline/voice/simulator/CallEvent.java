package vn.mscore.hotline.voice.simulator;

import java.util.List;
import java.util.Map;
import vn.mscore.hotline.voice.Sound;

/**
 * Something the page hears or is told.
 *
 * @param id ascending from 1 within a call
 * @param sounds what to play, in order
 * @param facts more about it, by name
 */
public record CallEvent(long id, Kind kind, List<Sound> sounds, Map<String, String> facts) {
    /** What it is. */
    public enum Kind {
        /** Play these and say when they are over. */
        SAY,
        /** Play these, take keys: {@code most}. */
        ASK,
        /** What was being played ends now: {@code event}. */
        CUT,
        /** Beep and send speech: {@code seconds}. */
        RECORD,
        /** The recording ended: {@code end}, {@code seconds}, {@code spoken}. */
        RECORDED,
        /** The flow is over: {@code exit}. */
        LEFT,
        /** Waits for an operator. */
        WAITING,
        /** The line is free again: {@code why}. */
        OVER
    }

    /** Keeps copies. */
    public CallEvent {
        sounds = List.copyOf(sounds);
        facts = Map.copyOf(facts);
    }
}
