package vn.mscore.hotline.unit.intake;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import vn.mscore.hotline.platform.CsvReading;
import vn.mscore.hotline.platform.CsvReading.Columns;
import vn.mscore.hotline.platform.FieldReader;
import vn.mscore.hotline.platform.ImportReport;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.RowFault;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.FedUnit;
import vn.mscore.hotline.unit.UnitForm;
import vn.mscore.hotline.unit.UnitRegister;
import vn.mscore.hotline.unit.UnitStore;

/** Takes offices one by one or as files; a contradiction anywhere undoes the whole call. */
@Singleton
public class UnitIntake implements UnitRegister {
    private static final Columns UNITS = new Columns(
            Set.of("code", "name", "short_name", "kind", "valid_from"),
            Set.of("parent", "valid_to", "identifiers", "phone", "address"));
    private static final Columns SUCCESSORS = new Columns(Set.of("code", "unit", "from"), Set.of("field"));
    private static final UnaryOperator<String> SNAKE =
            name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);

    private final InTransaction transaction;
    private final UnitStore store;
    private final CsvReading csv;

    /** Takes into {@code store}. */
    @Inject
    public UnitIntake(InTransaction transaction, UnitStore store, CsvReading csv) {
        this.transaction = transaction;
        this.store = store;
        this.csv = csv;
    }

    /** Rolls back what a refused call wrote. */
    private static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public List<RowFault> put(String code, byte[] json) {
        UnitJson read = UnitJson.parse(code, json);
        ImportReport report = new ImportReport();
        read.faults().forEach(report::fault);
        read.unit().ifPresent(fed -> allOrNothing(report, () -> store.save(fed)));
        return report.faults();
    }

    @Override
    public ImportReport importUnits(byte[] file) {
        ImportReport report = new ImportReport();
        Set<String> seen = new HashSet<>();
        Consumer<FieldReader> row = fields -> {
            String code = fields.required("code", 40);
            checkCode(fields, code, seen);
            List<String> identifiers = identifiers(fields);
            new UnitForm(fields, SNAKE)
                    .read(code, identifiers)
                    .ifPresent(unit -> count(report, () -> store.save(new FedUnit(unit, Optional.empty()))));
            fields.faults().forEach(report::fault);
        };
        allOrNothing(report, () -> csv.read(file, UNITS, report, row));
        return report;
    }

    private static void checkCode(FieldReader fields, String code, Set<String> seen) {
        if (!code.isEmpty() && !UnitCode.isValid(code)) {
            fields.fault("code", "mã đơn vị gồm A-Z 0-9 . _ - / a unit code is 1 to 40 of A-Z 0-9 . _ -");
        } else if (!seen.add(code)) {
            fields.fault("code", "lặp lại trong tệp / is there twice");
        }
    }

    private static List<String> identifiers(FieldReader fields) {
        return fields.optional("identifiers", 400)
                .map(text -> Arrays.asList(text.split("[ ;]+")))
                .orElse(List.of());
    }

    @Override
    public ImportReport importSuccessors(byte[] file) {
        ImportReport report = new ImportReport();
        Consumer<FieldReader> row = fields -> {
            Optional<UnitCode> code = fields.requiredValue("code", UnitForm::code);
            UnitForm.successor(fields).ifPresent(next -> follow(code.orElseThrow(), next, fields, report));
            fields.faults().forEach(report::fault);
        };
        allOrNothing(report, () -> csv.read(file, SUCCESSORS, report, row));
        return report;
    }

    private void follow(UnitCode code, FedUnit.Successor next, FieldReader fields, ImportReport report) {
        try {
            count(report, () -> store.save(code, next));
        } catch (IllegalArgumentException e) {
            fields.fault("code", e.getMessage());
        }
    }

    private static void count(ImportReport report, BooleanSupplier save) {
        if (save.getAsBoolean()) {
            report.inserted(1);
        } else {
            report.updated(1);
        }
    }

    private void allOrNothing(ImportReport report, Runnable work) {
        try {
            transaction.run(() -> {
                work.run();
                if (!report.refused()) {
                    store.contradictions().forEach(report::fault);
                }
                if (report.refused()) {
                    throw new Undo();
                }
            });
        } catch (Undo e) {
            // The report tells why.
        }
    }
}
