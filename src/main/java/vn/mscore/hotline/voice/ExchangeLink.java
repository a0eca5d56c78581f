package vn.mscore.hotline.voice;

import java.time.Instant;

/** PORT: how the link to the telephone exchange's manager is. While it is away calls go on and only screens are blind. */
public interface ExchangeLink {
    /** Now. */
    State state();

    /**
     * A state.
     *
     * @param since since when
     * @param detail one sentence, nothing personal
     */
    record State(Status status, Instant since, String detail) {}

    /** Colours. */
    enum Status {
        /** Not wanted by the settings. */
        OFF,
        /** Logged in and answering. */
        UP,
        /** Away; tried again and again. */
        DOWN
    }
}
