package vn.mscore.hotline.report.file;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import vn.mscore.hotline.access.AuditTrail;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.report.Exports;
import vn.mscore.hotline.report.Sheet;
import vn.mscore.hotline.shared.Reason;

/** Counts running exports per account on this node and writes the files. */
@Singleton
public class QueuedExports implements Exports {
    private static final Reason BUSY = new Reason(
            "export.busy",
            "Hai lần xuất của bạn đang chạy, hãy đợi xong rồi thử lại / two of your exports are running, wait and try again");
    private static final Map<Format, SheetWriter> WRITERS =
            Map.of(Format.CSV, new CsvFile(), Format.XLSX, new XlsxFile());

    private final InTransaction transaction;
    private final AuditTrail audit;
    private final Map<Long, Integer> running = new ConcurrentHashMap<>();

    /** Writes each export down in {@code audit}. */
    @Inject
    public QueuedExports(InTransaction transaction, AuditTrail audit) {
        this.transaction = transaction;
        this.audit = audit;
    }

    @Override
    public Admission admit(Viewer viewer) {
        AtomicBoolean entered = new AtomicBoolean();
        running.compute(viewer.account(), (account, now) -> {
            int busy = now == null ? 0 : now;
            entered.set(busy < AT_ONCE);
            return entered.get() ? Integer.valueOf(busy + 1) : now;
        });
        return new Place(viewer, entered);
    }

    private void leave(Viewer viewer) {
        running.computeIfPresent(viewer.account(), (account, now) -> now > 1 ? now - 1 : null);
    }

    private final class Place implements Admission {
        private final Viewer viewer;
        private final boolean admitted;
        private final AtomicBoolean open;

        Place(Viewer viewer, AtomicBoolean entered) {
            this.viewer = viewer;
            this.admitted = entered.get();
            this.open = entered;
        }

        @Override
        public Optional<Reason> refusal() {
            return admitted ? Optional.empty() : Optional.of(BUSY);
        }

        @Override
        public void write(Supplier<Sheet> sheet, Format format, OutputStream out) throws IOException {
            try {
                transaction.run(() -> copy(sheet.get(), format, out));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }

        private void copy(Sheet sheet, Format format, OutputStream out) {
            try {
                long rows = WRITERS.get(format).write(sheet, out);
                audit.note(viewer, "export.made", sheet.name() + " " + format + ", rows " + rows, "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            if (open.compareAndSet(true, false)) {
                leave(viewer);
            }
        }
    }
}
