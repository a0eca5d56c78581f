package vn.mscore.hotline.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.dossier.DossierChanged.What;
import vn.mscore.hotline.shared.Reason;

/** What new facts may do to what is known, and what the applicant should hear of it; pure. */
public final class FeedRules {
    private static final Reason OLDER =
            new Reason("dossier.older", "đã có dữ liệu mới hơn / newer facts of this dossier are known");
    private static final Reason GOES_BACK = new Reason(
            "dossier.goes-back", "trạng thái lùi lại, cần xác nhận goBack=true / the status goes back; confirm it");
    private static final Reason POSTPONED_TWICE =
            new Reason("dossier.postponed-twice", "chỉ được hẹn lại một lần / a promise is moved at most once");

    private final WorkCalendar calendar;
    private final LocalDate today;

    /** Judges by {@code calendar} as of {@code now}. */
    public FeedRules(WorkCalendar calendar, Instant now) {
        this.calendar = calendar;
        this.today = calendar.dayOf(now);
    }

    /** Why {@code fed} must not replace {@code known}; empty when it may. */
    public Optional<Reason> refusal(KnownDossier known, FedDossier fed, boolean goBack) {
        if (isOlder(known, fed)) {
            return Optional.of(OLDER);
        }
        if (!goBack && rank(fed.status()) < rank(known.status())) {
            return Optional.of(GOES_BACK);
        }
        return known.postponements() > 0 && isPostponement(known, fed)
                ? Optional.of(POSTPONED_TWICE)
                : Optional.empty();
    }

    private static boolean isOlder(KnownDossier known, FedDossier fed) {
        return fed.updatedAt()
                .flatMap(told -> known.updatedAt().map(told::isBefore))
                .orElse(false);
    }

    /** How far along a dossier is; one that waits for papers or money is as far as one that is worked on. */
    private static int rank(DossierStatus status) {
        return switch (status) {
            case REGISTERED -> 0;
            case RECEIVED -> 1;
            case PROCESSING, SUPPLEMENT_REQUIRED, PAYMENT_REQUIRED -> 2;
            case REJECTED, WITHDRAWN, STOPPED, RESULT_READY -> 3;
            case RETURNED -> 4;
        };
    }

    /**
     * Whether the promise is moved for a reason that is told, or when it is due within a day or already broken, or, once it was
     * moved, at any time: a dossier is re-appointed at most once (ND 61/2018 art. 19.9). Time that starts again after papers were brought is none
     * (art. 17), nor is a silent correction of the first promise long before.
     */
    public boolean isPostponement(KnownDossier known, FedDossier fed) {
        boolean waited =
                known.status() == DossierStatus.SUPPLEMENT_REQUIRED || known.status() == DossierStatus.PAYMENT_REQUIRED;
        if (waited
                || known.dueAt().isEmpty()
                || fed.dueAt().isEmpty()
                || fed.status().isFinal()) {
            return false;
        }
        LocalDate old = calendar.dayOf(known.dueAt().get());
        boolean later = calendar.dayOf(fed.dueAt().get()).isAfter(old);
        boolean explained = fed.postponeReason().isPresent();
        return later && (explained || known.postponements() > 0 || calendar.workingDaysBetween(today, old) <= 1);
    }

    /** What changed for the applicant; {@code known} is empty for a dossier never seen before. */
    public List<What> changes(Optional<KnownDossier> known, FedDossier fed) {
        List<What> changes = new ArrayList<>();
        if (known.isPresent() && isPostponement(known.get(), fed)) {
            changes.add(What.POSTPONED);
        }
        boolean news = known.map(k -> k.status() != fed.status()).orElseGet(() -> isFresh(fed));
        if (news) {
            told(known, fed.status()).ifPresent(changes::add);
        }
        return changes;
    }

    /** A first feed brings old dossiers too; only those of the last working day are news. */
    private boolean isFresh(FedDossier fed) {
        return calendar.workingDaysBetween(calendar.dayOf(fed.receivedAt()), today) <= 1;
    }

    private static Optional<What> told(Optional<KnownDossier> known, DossierStatus status) {
        return switch (status) {
            case RECEIVED -> Optional.of(What.RECEIVED);
            case PROCESSING ->
                known.filter(k -> k.status() != DossierStatus.REGISTERED).isEmpty()
                        ? Optional.of(What.RECEIVED)
                        : Optional.empty();
            case SUPPLEMENT_REQUIRED -> Optional.of(What.SUPPLEMENT_REQUIRED);
            case REJECTED -> Optional.of(What.REFUSED);
            case RESULT_READY -> Optional.of(What.READY);
            case RETURNED -> Optional.of(What.RETURNED);
            case REGISTERED, PAYMENT_REQUIRED, WITHDRAWN, STOPPED -> Optional.empty();
        };
    }
}
