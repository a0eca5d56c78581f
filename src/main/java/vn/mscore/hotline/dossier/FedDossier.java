package vn.mscore.hotline.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.UnitCode;

/**
 * A dossier as the authority feeds it.
 *
 * @param unit the receiving office
 * @param returnedAt when the result was handed over, if told
 * @param updatedAt the authority's time of these facts, if told: older facts never replace newer ones
 * @param postponeReason why the promise was moved
 * @param stages the whole stage log; empty optional leaves phone, PIN and stages that are known when not told
 */
public record FedDossier(
        DossierCode code,
        UnitCode unit,
        String procedure,
        String field,
        Instant receivedAt,
        Optional<Instant> dueAt,
        DossierStatus status,
        Optional<PhoneNumber> phone,
        Optional<String> pin,
        Optional<Instant> returnedAt,
        Optional<Instant> updatedAt,
        Optional<String> postponeReason,
        Optional<List<FedStage>> stages) {
    /** Why the promise was moved: as told, else what the open step waits for. */
    public Optional<String> whyPostponed() {
        return postponeReason.or(() -> stages.orElse(List.of()).stream()
                .filter(stage -> stage.leftAt().isEmpty())
                .flatMap(stage -> stage.pauseReason().stream())
                .findFirst());
    }

    /** Whether what is absent is unknown to the feeder rather than gone: rows of a file. */
    public boolean partial() {
        return stages.isEmpty();
    }
}
