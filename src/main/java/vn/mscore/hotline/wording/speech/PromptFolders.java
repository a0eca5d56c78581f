package vn.mscore.hotline.wording.speech;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.platform.Settings;

/** The files of {@code ivr-scripts/prompts}, each from the deployer's folder when it is there, else as packed. */
@Singleton
class PromptFolders {
    /** Names the deployer's folder. */
    static final String SETTING = "hotline.voice.prompts";

    private static final String PACKED = "/prompts/";
    private static final String HEADINGS = "(id|pack|short)\t.*";

    private final Optional<Path> theirs;
    private final Path var;

    /** Looks at {@code hotline.voice.prompts} and {@code hotline.var}. */
    @Inject
    PromptFolders(Settings settings) {
        theirs = settings.text(SETTING).filter(text -> !text.isBlank()).map(Path::of);
        theirs.ifPresent(folder -> Settings.WrongSetting.unless(Files.isDirectory(folder), SETTING, "is no folder"));
        var = Path.of(settings.text("hotline.var").orElse("./var"));
    }

    /** Where sounds are laid out for whoever plays them. */
    Path laidOut() {
        return var.resolve("voice").resolve("sounds");
    }

    /** The rows of a table below its headings; none when there is no such file. */
    List<String> rows(String file) {
        return theirs(file)
                .or(() -> packed(file))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).lines())
                .orElseGet(Stream::empty)
                .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.matches(HEADINGS))
                .toList();
    }

    /** A file of the deployer's; never anything outside of the folder, as ids hold no dots. */
    Optional<byte[]> theirs(String file) {
        return theirs.map(folder -> folder.resolve(file))
                .filter(Files::isRegularFile)
                .map(PromptFolders::read);
    }

    /** When the deployer's file was written, in milliseconds, and how long it is; empty when there is none. */
    Optional<String> stamp(String file) {
        return theirs.map(folder -> folder.resolve(file))
                .filter(Files::isRegularFile)
                .map(path -> {
                    try {
                        return Files.getLastModifiedTime(path).toMillis() + "-" + Files.size(path);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /** A file of ours. */
    Optional<byte[]> packed(String file) {
        try (InputStream in = PromptFolders.class.getResourceAsStream(PACKED + file)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
