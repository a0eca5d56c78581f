package vn.mscore.hotline.access.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.access.AuditSeal;
import vn.mscore.hotline.platform.Settings;

/**
 * The last head that the witness took, kept over a restart: one who starts us anew each hour would else silence the alarm.
 */
@Singleton
public class TakenHead {
    private final Path file;

    /** Below {@code hotline.var}. */
    @Inject
    public TakenHead(Settings settings) {
        this.file = Path.of(settings.text("hotline.var").orElse("./var")).resolve(AuditSeal.TAKEN);
    }

    /** Empty when there is none, or none that can be read. */
    Optional<AuditSeal> read() {
        try {
            String[] cells = Files.readString(file).strip().split("\t");
            return Optional.of(new AuditSeal(Long.parseLong(cells[0]), cells[1], Instant.parse(cells[2])));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException | DateTimeException e) {
            return Optional.empty();
        }
    }

    void note(AuditSeal head) {
        try {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.writeString(part, head.seq() + "\t" + head.hash() + "\t" + head.at() + "\n");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
