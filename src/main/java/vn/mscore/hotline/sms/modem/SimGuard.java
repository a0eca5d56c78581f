package vn.mscore.hotline.sms.modem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What must not be forgotten about a SIM: which one a line had ({@code NAME.imsi}) and that its PIN was refused
 * ({@code NAME.pin-refused}; a second try could cost the SIM). A person deletes the file to go on.
 */
final class SimGuard {
    /** Device identity -> line that has it, so that one device is not two lines. */
    private static final Map<String, String> OWNERS = new ConcurrentHashMap<>();

    private static final FileAttribute<Set<PosixFilePermission>> OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final String TRIED =
            "The SIM did not take the configured PIN. Correct the setting, then delete this file.\n";
    private static final String REFUSED =
            "The SIM refused the configured PIN. Correct the setting, then delete this file.\n";

    private final String line;
    private final Path imsiFile;
    private final Path pinFile;
    private final String reach;

    SimGuard(ModemSettings settings) {
        this.line = settings.name();
        this.imsiFile = settings.folder().resolve(line + ".imsi");
        this.pinFile = settings.folder().resolve(line + ".pin-refused");
        this.reach = settings.address().isSerial() ? "" : settings.address().text();
    }

    /** Whether {@code imsi} is the SIM this line had before, or its first one, which is then remembered. */
    boolean known(String imsi) {
        try {
            if (!Files.exists(imsiFile)) {
                write(imsiFile, imsi);
                return true;
            }
            return Files.readString(imsiFile).strip().equals(imsi);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The SIM this line had last. */
    Optional<String> last() {
        try {
            return Files.exists(imsiFile)
                    ? Optional.of(Files.readString(imsiFile).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path imsiFile() {
        return imsiFile;
    }

    boolean pinRefused() {
        return Files.exists(pinFile);
    }

    /** Written before the try, so that a crash between try and answer cannot lead to a second one. */
    void pinIsTried() {
        note(TRIED);
    }

    /** The SIM said so. */
    void pinWasRefused() {
        note(REFUSED);
    }

    private void note(String text) {
        try {
            write(pinFile, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The SIM asks for nothing: a PIN that was tried and never refused is what opened it. */
    void simIsOpen() {
        try {
            if (Files.exists(pinFile) && Files.readString(pinFile).equals(TRIED)) {
                pinWasAccepted();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void pinWasAccepted() {
        try {
            Files.deleteIfExists(pinFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path pinFile() {
        return pinFile;
    }

    /** On return the file is on the disk, whole and for its owner only; a crash on the way leaves none. */
    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(part);
        Files.createFile(part, OWNER);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Claims a device for this line; returns the name of the line that has it already, or its own name. Serial names may
     * lead to one device; two TCP addresses are two devices even where cheap ones share an IMEI.
     */
    String claim(String imei) {
        return imei.isEmpty() ? line : OWNERS.computeIfAbsent(imei + reach, key -> line);
    }

    /** Gives back what this line claimed. */
    void release() {
        OWNERS.values().removeIf(line::equals);
    }
}
