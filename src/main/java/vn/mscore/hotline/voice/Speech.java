package vn.mscore.hotline.voice;

import java.util.List;
import java.util.stream.Stream;

/** Sounds in the order they are played, without gaps. */
public record Speech(List<Sound> sounds) {
    /** Keeps a copy. */
    public Speech {
        sounds = List.copyOf(sounds);
    }

    /** Prompts by their ids. */
    public static Speech of(List<String> promptIds) {
        return new Speech(promptIds.stream().map(Sound::prompt).toList());
    }

    /** Nothing. */
    public static Speech silent() {
        return new Speech(List.of());
    }

    /** This and then {@code next}. */
    public Speech then(Speech next) {
        return new Speech(Stream.concat(sounds.stream(), next.sounds.stream()).toList());
    }
}
