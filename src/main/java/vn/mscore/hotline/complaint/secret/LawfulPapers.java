package vn.mscore.hotline.complaint.secret;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.calendar.WorkCalendar;
import vn.mscore.hotline.calendar.WorkCalendars;
import vn.mscore.hotline.complaint.Pseudonym;
import vn.mscore.hotline.complaint.SealedCases.Opened;
import vn.mscore.hotline.complaint.SealedCases.Said;
import vn.mscore.hotline.complaint.SealedPapers;
import vn.mscore.hotline.complaint.SealedStage;
import vn.mscore.hotline.complaint.secret.SealedClock.Sent;
import vn.mscore.hotline.complaint.secret.SqlSealedPapers.Draft;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.unit.Units;

/** What custodians note of a denunciation under its law; the terms that follow are {@link SealedClock}'s. */
@Singleton
public class LawfulPapers implements SealedPapers {
    private static final int LONGEST_PLACE = 200;

    private final Custody custody;
    private final SqlSealedPapers papers;
    private final SqlSealedSigns signs;
    private final SqlLooks looks;
    private final CustodianView view;
    private final Units units;
    private final LetterDays days;
    private final WorkCalendar calendar;

    /** Joined by CDI. */
    @Inject
    LawfulPapers(
            Custody custody,
            SqlSealedPapers papers,
            SqlSealedSigns signs,
            SqlLooks looks,
            CustodianView view,
            Units units,
            LetterDays days,
            WorkCalendars calendars) {
        this.custody = custody;
        this.papers = papers;
        this.signs = signs;
        this.looks = looks;
        this.view = view;
        this.units = units;
        this.days = days;
        this.calendar = calendars.national();
    }

    @Override
    public Papers of(Viewer viewer, Pseudonym pseudonym) {
        return custody.opened(viewer, pseudonym).map(this::papers).orElse(Papers.NONE);
    }

    private Papers papers(SealedCase held) {
        boolean longer = signs.sent(held).filter(Sent::mayBeExtended).isPresent();
        return new Papers(papers.of(held), papers.isReceived(held), longer);
    }

    @Override
    public Optional<Reason> guided(Viewer viewer, Pseudonym pseudonym) {
        return note(viewer, pseudonym, new Draft(Step.GUIDED, days.today(), ""), held -> Optional.empty());
    }

    @Override
    public Optional<Reason> booked(Viewer viewer, Pseudonym pseudonym, LocalDate on, String where) {
        LocalDate today = days.today();
        boolean soon = !on.isBefore(today) && on.isBefore(today.plusYears(1));
        boolean open = soon && calendar.plusWorkingDays(on.minusDays(1), 1).equals(on);
        boolean right = open && !where.isBlank() && where.strip().length() <= LONGEST_PLACE;
        return note(
                viewer,
                pseudonym,
                new Draft(Step.BOOKED, today, on + " " + where.strip()),
                held -> Refusals.unless(right, Refusals.MEETING));
    }

    @Override
    public Optional<Reason> received(Viewer viewer, Pseudonym pseudonym, LocalDate on) {
        LocalDate today = days.today();
        boolean right = !on.isAfter(today) && on.isAfter(today.minusYears(1));
        return note(
                viewer, pseudonym, new Draft(Step.PAPER, on, ""), held -> Refusals.unless(right, Refusals.PAPER_DAY));
    }

    @Override
    public Optional<Reason> notReceived(Viewer viewer, Pseudonym pseudonym) {
        return note(
                viewer,
                pseudonym,
                new Draft(Step.NO_PAPER, days.today(), ""),
                held -> Refusals.unless(papers.isReceived(held), Refusals.NO_PAPER));
    }

    @Override
    public Optional<Reason> extended(Viewer viewer, Pseudonym pseudonym, int read, String reason) {
        return note(viewer, pseudonym, new Draft(Step.EXTENDED, days.today(), reason.strip()), held -> {
            if (!Refusals.isReason(reason)) {
                return Optional.of(Refusals.REASON);
            }
            Optional<Sent> sent = signs.sent(held);
            if (papers.of(held).size() != read) {
                return Optional.of(Refusals.CHANGED);
            }
            return Refusals.unless(sent.isPresent(), Refusals.NO_TERM)
                    .or(() -> Refusals.unless(sent.orElseThrow().mayBeExtended(), Refusals.EXTENDED));
        });
    }

    private Optional<Reason> note(
            Viewer viewer, Pseudonym pseudonym, Draft draft, Function<SealedCase, Optional<Reason>> wrong) {
        return custody.open(viewer, pseudonym, held -> {
            Optional<Reason> refused = Refusals.unless(held.stage() != SealedStage.CLOSED, Refusals.CLOSED)
                    .or(() -> wrong.apply(held));
            if (refused.isEmpty()) {
                papers.note(viewer, held, draft);
                looks.note(viewer, held, look(draft.step()), draft.step() == Step.EXTENDED ? draft.words() : "");
            }
            return refused;
        });
    }

    private static String look(Step step) {
        return "paper-" + step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Optional<Sheet> sheet(Viewer viewer, Pseudonym pseudonym) {
        return custody.opened(viewer, pseudonym).map(held -> {
            looks.note(viewer, held, "paper-sheet", "");
            return sheet(view.opened(viewer, held));
        });
    }

    private Sheet sheet(Opened opened) {
        List<Said> said = opened.words().stream().filter(Said::byCitizen).toList();
        return new Sheet(
                opened.accused().map(unit -> units.name(unit).full()).orElse(""),
                said.stream().map(Said::text).filter(text -> !text.isBlank()).toList(),
                said.stream().anyMatch(one -> one.text().isBlank()));
    }
}
