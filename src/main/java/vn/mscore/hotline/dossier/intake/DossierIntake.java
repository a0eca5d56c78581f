package vn.mscore.hotline.dossier.intake;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.mscore.hotline.dossier.CodeReader;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.dossier.DossierRegister;
import vn.mscore.hotline.dossier.DossierStore;
import vn.mscore.hotline.dossier.FedDossier;
import vn.mscore.hotline.dossier.KnownDossier;
import vn.mscore.hotline.dossier.intake.DossierForm.Dialect;
import vn.mscore.hotline.platform.Ids;
import vn.mscore.hotline.platform.ImportReport;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.unit.Units;

/** Takes dossiers: JSON here, files by {@link DossierFiles}. */
@Singleton
public class DossierIntake implements DossierRegister {
    private final InTransaction transaction;
    private final DossierStore store;
    private final DossierFeed feed;
    private final DossierFiles files;
    private final CodeReader codes;
    private final Units units;
    private final Ids ids;
    private final Clock clock;

    /** Takes into {@code store}. */
    @Inject
    public DossierIntake(
            InTransaction transaction,
            DossierStore store,
            DossierFeed feed,
            DossierFiles files,
            CodeReader codes,
            Units units,
            Ids ids,
            Clock clock) {
        this.transaction = transaction;
        this.store = store;
        this.feed = feed;
        this.files = files;
        this.codes = codes;
        this.units = units;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Outcome put(String code, byte[] json, boolean goBack) {
        return transaction.call(() -> {
            DossierForm form = new DossierForm(codes, units.codes(), clock.instant(), Dialect.JSON);
            DossierJson read = DossierJson.parse(code, json, form);
            Optional<Reason> conflict = read.dossier().flatMap(fed -> keep(fed, goBack));
            return new Outcome(read.faults(), conflict);
        });
    }

    private Optional<Reason> keep(FedDossier fed, boolean goBack) {
        Map<DossierCode, KnownDossier> stored = store.lock(Set.of(fed.code()));
        Optional<KnownDossier> known = Optional.ofNullable(stored.get(fed.code()));
        Optional<Reason> refused = known.flatMap(k -> feed.rules(fed).refusal(k, fed, goBack));
        if (refused.isEmpty()) {
            store.write(List.of(feed.write(fed, known, ids.next())));
            feed.tell(fed, known);
        }
        return refused;
    }

    @Override
    public ImportReport importDossiers(byte[] csv, boolean goBack) {
        return files.dossiers(csv, goBack);
    }

    @Override
    public ImportReport importStages(byte[] csv) {
        return files.stages(csv);
    }
}
