package vn.mscore.hotline.access.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import vn.mscore.hotline.access.AuditSeal;
import vn.mscore.hotline.access.AuditSeals;
import vn.mscore.hotline.platform.Settings;
import vn.mscore.hotline.privacy.SecretFiles;

/** The file {@code var/audit-head}: only ever appended to, and on the disk before it returns. */
@Singleton
public class SealFile {
    private static final int KEY_BYTES = 32;

    private final Path file;
    private final SecretFiles secrets;

    /** Below {@code hotline.var}. */
    @Inject
    public SealFile(Settings settings, SecretFiles secrets) {
        this.file = Path.of(settings.text("hotline.var").orElse("./var")).resolve(AuditSeal.FILE);
        this.secrets = secrets;
    }

    void add(AuditSeal seal) {
        byte[] line = (seal.signed(key()) + "\n").getBytes(StandardCharsets.US_ASCII);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** All genuine seals, and what is wrong with the others. */
    AuditSeals read() {
        try {
            AuditSeals seals = new AuditSeals(key());
            seals.add(AuditSeal.FILE, Files.exists(file) ? Files.readAllLines(file) : List.of());
            return seals;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The number of the last line that was sealed here; 0 when none. */
    long last() {
        return read().byLine().keySet().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /** What goes to a witness. */
    String json(AuditSeal seal) {
        return seal.json(key());
    }

    private String key() {
        return secrets.findOrMake(AuditSeal.SECRET, KEY_BYTES);
    }
}
