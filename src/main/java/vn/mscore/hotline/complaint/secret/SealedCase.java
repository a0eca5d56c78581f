package vn.mscore.hotline.complaint.secret;

import jakarta.enterprise.inject.Vetoed;
import java.time.LocalDate;
import java.util.Optional;
import vn.mscore.hotline.complaint.Pseudonym;
import vn.mscore.hotline.complaint.SealedCases.Ending;
import vn.mscore.hotline.complaint.SealedDeeds.Summary;
import vn.mscore.hotline.complaint.SealedStage;
import vn.mscore.hotline.shared.UnitCode;

/**
 * A row of {@code sealed_case}, opened.
 *
 * @param id row id of the ticket
 */
@Vetoed
record SealedCase(
        long id,
        Pseudonym pseudonym,
        LocalDate received,
        SealedStage stage,
        Optional<String> summary,
        Optional<UnitCode> accused,
        Optional<Ending> ending,
        boolean hasReceipt) {
    /** What stands there for others. */
    Summary written() {
        return new Summary(summary.orElse(""), accused);
    }
}
