package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.Complaints;
import vn.mscore.hotline.complaint.Pseudonym;
import vn.mscore.hotline.complaint.SealedCases.Reopening;
import vn.mscore.hotline.complaint.SealedStage;
import vn.mscore.hotline.complaint.secret.SqlReopenings.Request;
import vn.mscore.hotline.shared.Reason;

/** A closed case is taken up again: asked by one with a reason, agreed to by another, both with the case open. */
@Singleton
class Reopenings {
    private final Custody custody;
    private final SqlReopenings reopenings;
    private final SqlSealedCases cases;
    private final SqlSealedWords words;
    private final SqlSealedSigns signs;
    private final SqlLooks looks;
    private final Complaints complaints;
    private final LetterDays days;

    @Inject
    Reopenings(
            Custody custody,
            SqlReopenings reopenings,
            SqlSealedCases cases,
            SqlSealedWords words,
            SqlSealedSigns signs,
            SqlLooks looks,
            Complaints complaints,
            LetterDays days) {
        this.custody = custody;
        this.reopenings = reopenings;
        this.cases = cases;
        this.words = words;
        this.signs = signs;
        this.looks = looks;
        this.complaints = complaints;
        this.days = days;
    }

    Optional<Reason> ask(Viewer viewer, Pseudonym pseudonym, String reason) {
        return custody.open(viewer, pseudonym, held -> {
            if (!Refusals.isReason(reason)) {
                return Optional.of(Refusals.REASON);
            }
            Optional<Reason> hindered = hinders(held);
            if (hindered.isEmpty()) {
                reopenings.ask(held, viewer, reason.strip());
                looks.note(viewer, held, "reopening-asked", reason);
            }
            return hindered;
        });
    }

    private Optional<Reason> hinders(SealedCase held) {
        if (held.stage() != SealedStage.CLOSED) {
            return Optional.of(Refusals.NOT_CLOSED);
        }
        if (reopenings.waiting(held).isPresent()) {
            return Optional.of(Refusals.PENDING);
        }
        return Refusals.unless(!signs.of(held).erased() || hasWords(held), Refusals.ERASED);
    }

    /** What came after the words were erased. */
    private boolean hasWords(SealedCase held) {
        return words.of(held).stream().anyMatch(said -> !said.text().isBlank());
    }

    Optional<Reason> confirm(Viewer viewer, Pseudonym pseudonym, String read) {
        return custody.open(viewer, pseudonym, held -> {
            Optional<Request> request = waiting(held);
            if (request.isEmpty()) {
                return Optional.of(Refusals.NO_REOPENING);
            }
            if (request.get().askedBy() == viewer.account()) {
                return Optional.of(Refusals.SECOND_PERSON);
            }
            if (!shown(viewer, request.get()).mark().equals(read)) {
                return Optional.of(Refusals.CHANGED);
            }
            if (!custody.mayStillAsk(request.get().askedBy(), held)) {
                reopenings.withdraw(request.get());
                return Optional.of(Refusals.NO_REOPENING);
            }
            reopen(viewer, held, request.get());
            return Optional.empty();
        });
    }

    private void reopen(Viewer viewer, SealedCase held, Request request) {
        reopenings.confirm(request, viewer, days.today(), held.ending());
        cases.withoutOutcome(held);
        looks.note(viewer, held, "reopened", "");
        complaints.byId(held.id()).ifPresent(one -> complaints.log(one, viewer.login(), "sealed-reopened"));
    }

    Optional<Reason> drop(Viewer viewer, Pseudonym pseudonym) {
        return custody.open(viewer, pseudonym, held -> {
            Optional<Request> request = waiting(held);
            request.ifPresent(one -> {
                reopenings.withdraw(one);
                looks.note(viewer, held, "reopening-dropped", "");
            });
            return Refusals.unless(request.isPresent(), Refusals.NO_REOPENING);
        });
    }

    /** The request that waits, as {@code viewer} reads it. */
    Optional<Reopening> waitingFor(Viewer viewer, SealedCase held) {
        return waiting(held).map(request -> shown(viewer, request));
    }

    private Optional<Request> waiting(SealedCase held) {
        return reopenings.waiting(held).filter(request -> held.stage() == SealedStage.CLOSED);
    }

    private static Reopening shown(Viewer viewer, Request request) {
        return new Reopening(
                request.askedName(), request.askedBy() == viewer.account(), request.reason(), request.until());
    }
}
