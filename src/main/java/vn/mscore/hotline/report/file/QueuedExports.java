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

/** Counts the running exports of this node, and those of each account, and writes the files. */
@Singleton
public class QueuedExports implements Exports {
    private static final Reason BUSY = new Reason(
            "export.busy",
            "Nhiều lần xuất đang chạy, hãy đợi xong rồi thử lại / several exports are running, wait and try again");
    private static final Map<Format, SheetWriter> WRITERS =
            Map.of(Format.CSV, new CsvFile(), Format.XLSX, new XlsxFile());

    private static final Duration BEGIN_WITHIN = Duration.ofSeconds(60);

    private final InTransaction transaction;
    private final AuditTrail audit;
    private final Clock clock;
    private final List<Place> running = new ArrayList<>();

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
            Instant now = clock.instant();
            running.removeIf(place -> place.wasLeft(now));
            long own = running.stream().filter(place -> place.isOf(viewer)).count();
            Place place = new Place(viewer, name, own < AT_ONCE && running.size() < ALL_AT_ONCE);
            if (place.admitted) {
                running.add(place);
            }
            return place;
        }
    }

    private void leave(Place place) {
        synchronized (running) {
            running.remove(place);
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

        private boolean isOf(Viewer other) {
            return viewer.account() == other.account();
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
