package vn.mscore.hotline.console.workbench;

import static java.util.Comparator.comparing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.CaseClock;
import vn.mscore.hotline.complaint.CaseNotes;
import vn.mscore.hotline.complaint.CaseTime;
import vn.mscore.hotline.complaint.CaseTime.Escalation;
import vn.mscore.hotline.complaint.CaseView;
import vn.mscore.hotline.console.Shown;
import vn.mscore.hotline.unit.Units;

/** What the page of a case says about its clocks. Needs a transaction. */
@Singleton
public class ClockCards {
    private static final Duration SAME_DEED = Duration.ofSeconds(2);

    private final CaseTime time;
    private final Units units;

    /** Joined by CDI. */
    @Inject
    public ClockCards(CaseTime time, Units units) {
        this.time = time;
        this.units = units;
    }

    /** Nothing for those who may know the due day only. */
    Card of(Viewer viewer, CaseView view) {
        if (!viewer.is(Role.OPERATOR, Role.OFFICER, Role.LEADER)) {
            return new Card(List.of(), List.of(), "");
        }
        List<Rung> told =
                time.escalations(view.row().ticket()).stream().map(this::rung).toList();
        return new Card(time.clocks(view.row().ticket()), told, whyPaused(view));
    }

    private Rung rung(Escalation one) {
        return new Rung(
                one.rung(),
                one.step(),
                LocalDate.ofInstant(one.at(), Shown.ZONE),
                one.unit().map(unit -> units.name(unit).full()).orElse(""));
    }

    private String whyPaused(CaseView view) {
        return time.pausedSince(view.row().ticket())
                .map(since -> reasonAt(view.notes(), since))
                .orElse("");
    }

    /** The reason is written by the deed that stopped the clock, so in its instant; only among notes this viewer may read. */
    static String reasonAt(List<CaseNotes.Note> notes, Instant since) {
        return notes.stream()
                .filter(note -> note.kind() == CaseNotes.Kind.PAUSE)
                .filter(note -> apart(note.at(), since).compareTo(SAME_DEED) < 0)
                .min(comparing(note -> apart(note.at(), since)))
                .map(CaseNotes.Note::text)
                .orElse("");
    }

    private static Duration apart(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }

    /** The card; {@code whyPaused} is empty while nothing stands. */
    public record Card(List<CaseClock.Reading> running, List<Rung> told, String whyPaused) {
        /** Whether there is nothing to show. */
        public boolean blank() {
            return running.isEmpty() && told.isEmpty();
        }
    }

    /** A rung that was told; {@code unit} is empty when no office was. */
    public record Rung(String rung, CaseClock.Step step, LocalDate on, String unit) {}
}
