package vn.mscore.hotline.privacy;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import vn.mscore.hotline.platform.Settings;

/**
 * The secrets of this installation: small text files under {@code hotline.var/secrets} that only their owner may read.
 * Made at first start; a path may be logged, a value never. Losing the folder loses what is sealed.
 */
@Singleton
public class SecretFiles {
    private static final Logger LOG = Logger.getLogger(SecretFiles.class.getName());
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OTHERS_WRITE =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final String HALF_WRITTEN = ".tmp";

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    /** Looks at {@code hotline.var} (default {@code ./var}) and refuses secrets that others may read. */
    @Inject
    public SecretFiles(Settings settings) {
        this(Path.of(settings.text("hotline.var").orElse("./var")).resolve("secrets"));
    }

    /** Uses {@code folder}, made when absent; throws {@link UnsafeSecret} when others may read what is in it. */
    public SecretFiles(Path folder) {
        this.folder = folder;
        try {
            prepareFolder();
            for (Path file : contents()) {
                if (file.getFileName().toString().endsWith(HALF_WRITTEN)) {
                    Files.delete(file);
                } else {
                    requirePrivate(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + folder, e);
        }
    }

    /** The file of secret {@code name}: safe to print. */
    public Path path(String name) {
        return folder.resolve(name);
    }

    /** The secret {@code name}, empty when there is none; at least {@code minLength} characters or {@link UnsafeSecret}. */
    public Optional<String> find(String name, int minLength) {
        Path file = path(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            requirePrivate(file);
            String value = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (value.length() < minLength) {
                throw new UnsafeSecret(file, "is too short");
            }
            return Optional.of(value);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The secret {@code name}; when absent, {@code bytes} random bytes in base64url are made and kept first. */
    public synchronized String findOrMake(String name, int bytes) {
        int length = (bytes * 8 + 5) / 6;
        return find(name, length).orElseGet(() -> {
            String text = fresh(bytes);
            keep(name, text);
            LOG.log(Level.INFO, "made secret {0}", path(name));
            return text;
        });
    }

    /** A new secret of {@code bytes} random bytes in base64url, kept nowhere. */
    String fresh(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    /** Writes a secret so that after a crash it is there whole or not at all. */
    public synchronized void keep(String name, String value) {
        Path whole = path(name);
        Path part = folder.resolve("." + name + HALF_WRITTEN);
        try {
            Files.deleteIfExists(part);
            Files.createFile(part, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap((value + "\n").getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + whole, e);
        }
    }

    /** Destroys a secret: what it sealed is gone for good. Quiet when there is none. */
    public synchronized void destroy(String name) {
        try {
            if (Files.deleteIfExists(path(name))) {
                syncFolder();
                LOG.log(Level.INFO, "destroyed secret {0}", path(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path(name), e);
        }
    }

    /** The names of all secrets, in order. */
    public List<String> names() {
        try {
            return contents().stream()
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(HALF_WRITTEN))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private void prepareFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            Path absolute = folder.toAbsolutePath();
            Files.createDirectories(absolute.getParent());
            Files.createDirectory(absolute, PosixFilePermissions.asFileAttribute(OWNER_FOLDER));
        }
        Set<PosixFilePermission> granted = Files.getPosixFilePermissions(folder);
        if (granted.stream().anyMatch(OTHERS_WRITE::contains)) {
            throw new UnsafeSecret(folder, "can be written by others: chmod 700");
        }
        if (!granted.equals(OWNER_FOLDER)) {
            Files.setPosixFilePermissions(folder, OWNER_FOLDER);
        }
    }

    private List<Path> contents() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private void syncFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void requirePrivate(Path file) throws IOException {
        for (PosixFilePermission permission : Files.getPosixFilePermissions(file)) {
            if (!permission.name().startsWith("OWNER_")) {
                throw new UnsafeSecret(file, "can be read or changed by others: chmod 600");
            }
        }
    }

    /** Refuses the start; names the file, never its value. */
    public static final class UnsafeSecret extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnsafeSecret(Path file, String why) {
            super("secret " + file + " " + why);
        }
    }
}
