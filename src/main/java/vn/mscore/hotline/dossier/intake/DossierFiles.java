package vn.mscore.hotline.dossier.intake;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vn.mscore.hotline.dossier.CodeReader;
import vn.mscore.hotline.dossier.DossierStore;
import vn.mscore.hotline.dossier.intake.DossierForm.Dialect;
import vn.mscore.hotline.platform.CsvReading;
import vn.mscore.hotline.platform.CsvReading.Columns;
import vn.mscore.hotline.platform.FieldReader;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.ImportReport;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.unit.Units;

/** Imports files in one transaction each, batch by batch: memory stays the same however long a file is. */
@Singleton
class DossierFiles {
    private static final Columns DOSSIERS = new Columns(
            Set.of("code", "unit", "procedure", "field", "received_at", "status"),
            Set.of("due_at", "phone", "pin", "returned_at", "updated_at", "postpone_reason"));
    private static final Columns STAGES = new Columns(
            Set.of("code", "name", "unit", "entered_at"),
            Set.of("officer", "left_at", "allowed_hours", "pause_reason"));

    private final InTransaction transaction;
    private final CsvReading csv;
    private final DossierStore store;
    private final DossierFeed feed;
    private final CodeReader codes;
    private final Units units;
    private final Ids ids;
    private final Clock clock;

    @Inject
    DossierFiles(
            InTransaction transaction,
            CsvReading csv,
            DossierStore store,
            DossierFeed feed,
            CodeReader codes,
            Units units,
            Ids ids,
            Clock clock) {
        this.transaction = transaction;
        this.csv = csv;
        this.store = store;
        this.feed = feed;
        this.codes = codes;
        this.units = units;
        this.ids = ids;
        this.clock = clock;
    }

    /** Rolls back what a refused file wrote. */
    private static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    ImportReport dossiers(byte[] file, boolean goBack) {
        return allOrNothing(report -> {
            DossierForm form = form();
            DossierBatch batch = new DossierBatch(store, feed, report, new DossierBatch.Mode(ids.next(), goBack));
            csv.read(file, DOSSIERS, report, fields -> {
                form.code(fields, fields.required("code", 50))
                        .flatMap(code -> form.dossier(code, fields, Optional.empty()))
                        .ifPresent(fed -> batch.add(fields, fed));
                report(fields, report);
            });
            batch.flush();
        });
    }

    ImportReport stages(byte[] file) {
        return allOrNothing(report -> {
            DossierForm form = form();
            StageBatch batch = new StageBatch(store, report);
            csv.read(file, STAGES, report, fields -> {
                var code = form.code(fields, fields.required("code", 50));
                form.stage(fields).ifPresent(stage -> batch.add(fields, code.orElseThrow(), stage));
                report(fields, report);
            });
            batch.flush();
        });
    }

    private DossierForm form() {
        return new DossierForm(codes, units.codes(), clock.instant(), Dialect.CSV);
    }

    private static void report(FieldReader fields, ImportReport report) {
        fields.faults().forEach(report::fault);
    }

    private ImportReport allOrNothing(Consumer<ImportReport> work) {
        ImportReport report = new ImportReport();
        try {
            transaction.run(() -> {
                work.accept(report);
                if (report.refused()) {
                    throw new Undo();
                }
            });
        } catch (Undo e) {
            return report;
        }
        return report;
    }
}
