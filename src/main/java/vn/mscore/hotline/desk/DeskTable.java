package vn.mscore.hotline.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A table of words: ours, or the deployer's file of the same name in the folder {@code hotline.desk.tables}. */
public final class DeskTable {
    private DeskTable() {}

    /** Its rows without comments and blank lines. */
    public static List<String> rows(Optional<Path> theirs, String name) {
        return read(theirs.map(folder -> folder.resolve(name)).filter(Files::isRegularFile), name)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static String read(Optional<Path> file, String name) {
        try {
            if (file.isPresent()) {
                return Files.readString(file.get());
            }
            try (InputStream in = DeskTable.class.getResourceAsStream("/desk/" + name)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
