package vn.mscore.hotline.app.demo;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.voice.simulator.SoundShelf;
import vn.mscore.hotline.wording.Sounds;

/** The sounds of the telephone for the handset page: what a caller would hear, human recordings and spoken names too. */
@Singleton
public class DemoSounds implements SoundShelf {
    private final Sounds sounds;

    /** Takes them from {@code sounds}. */
    @Inject
    public DemoSounds(Sounds sounds) {
        this.sounds = sounds;
    }

    @Override
    public Optional<byte[]> wav(String id) {
        return sounds.wav(id);
    }

    @Override
    public String text(String id) {
        return sounds.text(id).orElse("");
    }
}
