package vn.mscore.hotline.dossier.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierStore;
import vn.mscore.hotline.dossier.DossierStore.StageLine;
import vn.mscore.hotline.dossier.FedStage;
import vn.mscore.hotline.dossier.KnownDossier;
import vn.mscore.hotline.platform.FieldReader;
import vn.mscore.hotline.platform.ImportReport;
import vn.mscore.hotline.platform.RowFault;

/** Lines of stage logs on their way in. */
final class StageBatch {
    private static final int SIZE = 500;

    private record Row(long line, DossierCode code, FedStage stage) {}

    private final DossierStore store;
    private final ImportReport report;
    private final List<Row> rows = new ArrayList<>();

    StageBatch(DossierStore store, ImportReport report) {
        this.store = store;
        this.report = report;
    }

    void add(FieldReader fields, DossierCode code, FedStage stage) {
        rows.add(new Row(fields.line(), code, stage));
        if (rows.size() >= SIZE) {
            flush();
        }
    }

    void flush() {
        Set<DossierCode> codes = new HashSet<>();
        rows.forEach(row -> codes.add(row.code()));
        Map<DossierCode, KnownDossier> known = store.lock(codes);
        List<StageLine> lines = new ArrayList<>();
        for (Row row : rows) {
            KnownDossier dossier = known.get(row.code());
            if (dossier == null) {
                report.fault(new RowFault(row.line(), "code", "chưa có hồ sơ này / no such dossier yet"));
            } else {
                lines.add(new StageLine(dossier.id(), row.stage()));
            }
        }
        if (!report.refused()) {
            store.writeStages(lines);
            report.inserted(lines.size());
        }
        rows.clear();
    }
}
