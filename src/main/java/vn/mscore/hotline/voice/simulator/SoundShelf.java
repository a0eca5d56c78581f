package vn.mscore.hotline.voice.simulator;

import java.util.Optional;

/** PORT: the sounds of the voice packs, for playing them somewhere else than at the exchange. */
public interface SoundShelf {
    /** The WAV file (8 kHz, 16 bit, mono) of a prompt's sound such as {@code vi/so/21}; empty when there is none. */
    Optional<byte[]> wav(String id);

    /** What it says, for those who read; empty when unknown. */
    String text(String id);
}
