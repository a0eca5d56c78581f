package vn.mscore.hotline.dossier.intake;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierStore;
import vn.mscore.hotline.dossier.DossierStore.Write;
import vn.mscore.hotline.dossier.FedDossier;
import vn.mscore.hotline.dossier.KnownDossier;
import vn.mscore.hotline.platform.Failpoint;
import vn.mscore.hotline.platform.FieldReader;
import vn.mscore.hotline.platform.ImportReport;
import vn.mscore.hotline.platform.RowFault;

/** Rows of a file on their way in, some hundred at a time. Once a fault is known nothing more is written, only checked. */
final class DossierBatch {
    private static final int SIZE = 500;

    /** {@code file} marks what this import wrote, {@code goBack} confirms that states may go back. */
    record Mode(long file, boolean goBack) {}

    private record Row(long line, FedDossier fed) {}

    private final DossierStore store;
    private final DossierFeed feed;
    private final ImportReport report;
    private final Mode mode;
    private final Map<DossierCode, Row> rows = new LinkedHashMap<>();

    DossierBatch(DossierStore store, DossierFeed feed, ImportReport report, Mode mode) {
        this.store = store;
        this.feed = feed;
        this.report = report;
        this.mode = mode;
    }

    void add(FieldReader fields, FedDossier fed) {
        if (rows.putIfAbsent(fed.code(), new Row(fields.line(), fed)) != null) {
            fields.fault("code", TWICE);
        }
        if (rows.size() >= SIZE) {
            flush();
        }
    }

    private static final String TWICE = "mã lặp lại trong tệp / this code is in the file twice";

    void flush() {
        Map<DossierCode, KnownDossier> known = store.lock(rows.keySet());
        List<Write> writes = new ArrayList<>();
        for (Row row : rows.values()) {
            Optional<KnownDossier> before =
                    Optional.ofNullable(known.get(row.fed().code()));
            before.flatMap(k -> refusal(k, row.fed()))
                    .ifPresentOrElse(
                            fault -> report.fault(new RowFault(row.line(), fault.field(), fault.sentence())),
                            () -> writes.add(feed.write(row.fed(), before, mode.file())));
        }
        if (!report.refused()) {
            store.write(writes);
            Failpoint.hit("import.midFile");
            long fresh = writes.stream().filter(w -> w.known().isEmpty()).count();
            report.inserted(fresh);
            report.updated(writes.size() - fresh);
        }
        rows.clear();
    }

    private Optional<RowFault> refusal(KnownDossier known, FedDossier fed) {
        if (known.fedBy() == mode.file()) {
            return Optional.of(new RowFault(0, "code", TWICE));
        }
        if (isSomebodyElses(known, fed)) {
            return Optional.of(new RowFault(
                    0, "phone", "hồ sơ này của số khác, cần xem lại / this dossier has another owner; review it"));
        }
        return feed.rules(fed)
                .refusal(known, fed, mode.goBack())
                .map(reason -> new RowFault(0, fieldOf(reason.code()), reason.sentence()));
    }

    private static String fieldOf(String reason) {
        return switch (reason) {
            case "dossier.older" -> "updated_at";
            case "dossier.postponed-twice" -> "due_at";
            default -> "status";
        };
    }

    private boolean isSomebodyElses(KnownDossier known, FedDossier fed) {
        return known.phoneIndex().isPresent()
                && fed.phone().isPresent()
                && !MessageDigest.isEqual(
                        known.phoneIndex().get(), store.phoneIndex(fed.phone().get()));
    }
}
