package vn.mscore.hotline.dossier;

import java.time.Instant;
import java.util.Optional;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.shared.UnitName;

/** The side of a dossier that a score is linked to, so that the citizen never types it. */
public record ScoreSubject(
        DossierCode code,
        UnitCode unit,
        UnitName unitName,
        String field,
        String procedure,
        DossierStatus status,
        Optional<Instant> returnedAt) {}
