package vn.mscore.hotline.wording.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;

/** Files below one folder that others play from while we write: a file is there whole or not at all. */
final class LaidOutFiles {
    private static final String WAV = ".wav";

    private final Path folder;

    LaidOutFiles(Path folder) {
        this.folder = folder;
    }

    /** The file of sound {@code id}. */
    Optional<byte[]> get(String id) {
        Path file = path(id);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the file there unless it is already the same; takes it away when there is none any more. */
    void put(String id, Optional<byte[]> wav) {
        Path file = path(id);
        try {
            if (wav.isEmpty()) {
                Files.deleteIfExists(file);
            } else if (!isSame(file, wav.get())) {
                Files.createDirectories(file.getParent());
                Path fresh = file.resolveSibling(file.getFileName() + ".new");
                Files.write(fresh, wav.get());
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSame(Path file, byte[] wav) throws IOException {
        return Files.isRegularFile(file)
                && Files.size(file) == wav.length
                && Arrays.equals(Files.readAllBytes(file), wav);
    }

    /** Where the file of sound {@code id} lies. */
    Path path(String id) {
        return folder.resolve(id + WAV);
    }
}
