package vn.mscore.hotline.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folder {@code var/secrets}: files 0600 in a folder 0700; refuses the start when others could read them (R47). */
final class SecretFiles {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int SHORTEST = 16;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    private SecretFiles(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder at first use and checks what is in it. */
    static SecretFiles open(Path folder) throws StartRefused {
        try {
            if (Files.notExists(folder)) {
                Files.createDirectories(folder.getParent());
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER));
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path path : (Iterable<Path>) files::iterator) {
                    refuseReadable(path);
                }
            }
        } catch (IOException | UnsupportedOperationException e) {
            throw new StartRefused("the folder of secrets " + folder + " cannot be used", e);
        }
        return new SecretFiles(folder);
    }

    private static void refuseReadable(Path path) throws IOException, StartRefused {
        Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        others.removeAll(FOLDER);
        if (!others.isEmpty()) {
            throw new StartRefused("secret " + path + " can be read by others (chmod go= " + path + ")");
        }
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    boolean has(String name) {
        return Files.exists(path(name));
    }

    /** The names of all secrets, in order. */
    List<String> names() throws StartRefused {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StartRefused("the folder of secrets " + folder + " cannot be read", e);
        }
    }

    /** Makes a secret that is not random characters; one of that name must not be there. */
    void keep(String name, String value) throws StartRefused {
        try {
            write(name, value);
        } catch (IOException e) {
            throw new StartRefused("secret " + path(name) + " cannot be written", e);
        }
    }

    /** The secret of that name, which must be there. */
    String read(String name) throws StartRefused {
        try {
            return Files.readString(path(name)).strip();
        } catch (IOException e) {
            throw new StartRefused("secret " + path(name) + " cannot be read", e);
        }
    }

    /** The secret of that name, made of {@code length} random characters when it is not there yet. */
    String readOrMake(String name, int length) throws StartRefused {
        try {
            if (!has(name)) {
                write(name, randomText(length));
            }
            String value = Files.readString(path(name)).strip();
            if (value.length() < SHORTEST) {
                throw new StartRefused("secret " + path(name) + " is shorter than " + SHORTEST + " characters");
            }
            return value;
        } catch (IOException e) {
            throw new StartRefused("secret " + path(name) + " cannot be read or written", e);
        }
    }

    private void write(String name, String value) throws IOException {
        Path draft = path(name + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(FILE));
        Files.write(draft, List.of(value), StandardCharsets.US_ASCII, StandardOpenOption.SYNC);
        Files.move(draft, path(name));
    }

    private String randomText(int length) {
        StringBuilder text = new StringBuilder(length);
        random.ints(length, 0, ALPHABET.length()).forEach(i -> text.append(ALPHABET.charAt(i)));
        return text.toString();
    }
}
