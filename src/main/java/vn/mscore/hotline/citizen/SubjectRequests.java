package vn.mscore.hotline.citizen;

import java.time.LocalDate;
import vn.mscore.hotline.shared.PhoneNumber;

/** Requests about one's own personal data (Law 91/2025, ND 356/2025): tracked, never carried out by a text alone. */
public interface SubjectRequests {
    /** Opens a request; its clocks are 2 working days to acknowledge and {@link SubjectTerms#OWN_DAYS} days to complete. */
    Opened open(PhoneNumber phone, String words, String channel);

    /** The request's number and its two dates. */
    record Opened(String number, LocalDate acknowledgeBy, LocalDate completeBy) {}
}
