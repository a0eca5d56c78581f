package vn.mscore.hotline.wording.speech;

import java.time.Duration;
import java.util.Optional;
import vn.mscore.hotline.shared.Reason;

/**
 * What there is for one sound.
 *
 * @param layer the uppermost place with a file that can be played; empty when there is none
 * @param fault what is wrong with the uppermost file, or that there is no file at all
 * @param length how long it plays
 * @param stamp changes when any of the files does
 */
record HeldSound(Optional<Layer> layer, Optional<Reason> fault, Duration length, String stamp) {
    static final Reason MISSING = new Reason("wording.sound-missing", "Chưa có âm thanh / There is no sound");

    /** Where a file comes from, uppermost last. */
    enum Layer {
        /** Made from another pack by slowing. */
        SLOWED,
        /** Came with the program. */
        PACKED,
        /** Lies in the deployer's folder. */
        DEPLOYER,
        /** Was laid over from the screens. */
        UPLOADED
    }

    boolean isPlayable() {
        return layer.isPresent();
    }
}
