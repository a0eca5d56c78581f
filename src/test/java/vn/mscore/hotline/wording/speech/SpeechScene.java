package vn.mscore.hotline.wording.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of spoken Vietnamese joined by hand over folders of the test. */
final class SpeechScene {
    final PromptFolders folders;
    final PromptCatalogue catalogue;
    final SpokenText text;
    final SoundStore store;
    final KnownWords words;
    final TablePrompts prompts;
    final Path theirs;

    private SpeechScene(Path folder, Speaker speaker) {
        theirs = folder.resolve("prompts");
        create(theirs);
        folders = new PromptFolders(key -> Optional.ofNullable(Map.of(
                        "hotline.voice.prompts",
                        theirs.toString(),
                        "hotline.var",
                        folder.resolve("var").toString())
                .get(key)));
        catalogue = new PromptCatalogue(folders);
        text = new SpokenText(folders, catalogue);
        store = new SoundStore(catalogue, folders);
        words = new KnownWords(catalogue, text);
        prompts = new TablePrompts(catalogue, store, words, speaker);
    }

    /** With nobody to speak what is not recorded. */
    static SpeechScene in(Path folder) {
        return new SpeechScene(folder, words -> Optional.empty());
    }

    static SpeechScene in(Path folder, Speaker speaker) {
        return new SpeechScene(folder, speaker);
    }

    List<String> say(String name, String pack, Map<String, String> values) {
        return prompts.say(name, pack, values);
    }

    /** Writes a file of the deployer's before or after the scene was made. */
    static void put(Path folder, String file, byte[] content) {
        Path path = folder.resolve("prompts").resolve(file);
        create(path.getParent());
        try {
            Files.write(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Half a second of a tone. */
    static byte[] tone() {
        short[] samples = new short[Wav.RATE / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (8000 * Math.sin(2 * Math.PI * 300 * i / Wav.RATE));
        }
        return new Wav(samples).bytes();
    }
}
