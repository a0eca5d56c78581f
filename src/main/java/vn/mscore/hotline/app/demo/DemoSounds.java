package vn.mscore.hotline.app.demo;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import vn.mscore.hotline.voice.simulator.SoundShelf;

/** The voice packs for the handset page. */
@Singleton
public class DemoSounds implements SoundShelf {
    @Override
    public Optional<byte[]> wav(String id) {
        try (InputStream in = DemoSounds.class.getResourceAsStream("/prompts/" + id + ".wav")) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String text(String id) {
        return "";
    }
}
