package vn.mscore.hotline.wording;

import java.nio.file.Path;
import java.util.Optional;

/** The sounds behind the ids of {@link Prompts}, whoever plays them: WAV, 8 kHz, 16 bit, mono. */
public interface Sounds {
    /**
     * The folder that holds every sound as {@code <id>.wav}, {@code var/voice/sounds}: filled at start, kept up when a
     * recording is laid over or something new is spoken. The telephone exchange plays from it as {@code hotline/<id>}.
     */
    Path folder();

    /** The file of sound {@code id} such as {@code vi/so/21} or {@code loi/4f...}; empty when there is none. */
    Optional<byte[]> wav(String id);

    /** What sound {@code id} says; empty for tones and unknown ones. */
    Optional<String> text(String id);
}
