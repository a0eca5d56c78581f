package vn.mscore.hotline.dossier;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;

/** Port: where dossiers are kept. Needs a transaction. */
public interface DossierStore {
    /** What is known under these codes, locked until the end of the transaction. */
    Map<DossierCode, KnownDossier> lock(Collection<DossierCode> codes);

    /** The blind index of a number, to compare with {@link KnownDossier#phoneIndex}. */
    byte[] phoneIndex(PhoneNumber phone);

    /** Writes dossiers, and their stage logs where told. */
    void write(List<Write> writes);

    /** Adds or replaces lines of stage logs by dossier, entry and name; a step that was left stays left. */
    void writeStages(List<StageLine> lines);

    /**
     * A dossier to write.
     *
     * @param known what it replaces
     * @param id the row
     * @param returnedAt when the result was handed over
     * @param fedBy the call or file
     */
    record Write(
            FedDossier fed,
            Optional<KnownDossier> known,
            long id,
            int postponements,
            Optional<Instant> returnedAt,
            long fedBy) {}

    /** A line of the stage log of the dossier in row {@code id}. */
    record StageLine(long id, FedStage stage) {}
}
