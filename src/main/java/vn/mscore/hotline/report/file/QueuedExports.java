package vn.mscore.hotline.report.file;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final Duration BEGIN_WITHIN = Duration.ofSeconds(60);

    private final InTransaction transaction;
    private final AuditTrail audit;
    private final Clock clock;
    private final Map<Long, List<Place>> running = new HashMap<>();

    /** Writes each export down in {@code audit}. */
    @Inject
    public QueuedExports(InTransaction transaction, AuditTrail audit, Clock clock) {
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Admission admit(Viewer viewer, String name) {
        synchronized (running) {
            List<Place> own = running.computeIfAbsent(viewer.account(), account -> new ArrayList<>());
            own.removeIf(place -> place.wasLeft(clock.instant()));
            Place place = new Place(viewer, name, own.size() < AT_ONCE);
            if (place.admitted) {
                own.add(place);
            }
            return place;
        }
    }

    private void leave(Place place) {
        synchronized (running) {
            running.computeIfPresent(place.viewer.account(), (account, own) -> {
                own.remove(place);
                return own.isEmpty() ? null : own;
            });
        }
    }

    private final class Place implements Admission {
        private final Viewer viewer;
        private final String name;
        private final boolean admitted;
        private final Instant since = clock.instant();
        private volatile boolean begun;

        Place(Viewer viewer, String name, boolean admitted) {
            this.viewer = viewer;
            this.name = name;
            this.admitted = admitted;
        }

        /** Whoever asked went away before the first byte: nobody will ever close this place. */
        private boolean wasLeft(Instant now) {
            return !begun && since.plus(BEGIN_WITHIN).isBefore(now);
        }

        @Override
        public Optional<Reason> refusal() {
            return admitted ? Optional.empty() : Optional.of(BUSY);
        }

        @Override
        public void write(Supplier<Sheet> sheet, Format format, OutputStream out) throws IOException {
            begun = true;
            try {
                transaction.run(() -> audit.note(viewer, "export.begun", name + " " + format, ""));
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
            leave(this);
        }
    }
}
