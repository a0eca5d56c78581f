package vn.mscore.hotline.dossier;

import java.time.Instant;
import java.util.Optional;

/**
 * What is stored of a dossier, as far as the rules of feeding ask.
 *
 * @param returnedAt when its applicant got the result, once he has
 * @param phoneIndex blind index of the registered number
 * @param fedBy the call or file that wrote it last
 */
public record KnownDossier(
        long id,
        DossierStatus status,
        Optional<Instant> dueAt,
        Optional<Instant> returnedAt,
        Optional<Instant> updatedAt,
        int postponements,
        Optional<byte[]> phoneIndex,
        long fedBy) {}
