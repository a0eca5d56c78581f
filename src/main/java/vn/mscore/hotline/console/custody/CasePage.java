package vn.mscore.hotline.console.custody;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.mscore.hotline.complaint.Pseudonym;
import vn.mscore.hotline.complaint.SealedCases;
import vn.mscore.hotline.complaint.SealedCases.Opened;
import vn.mscore.hotline.complaint.SealedOutcome;
import vn.mscore.hotline.complaint.SealedPapers;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.Refill;
import vn.mscore.hotline.console.custody.OfficeList.Office;
import vn.mscore.hotline.console.voice.NoteTimes;
import vn.mscore.hotline.console.voice.Voices;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;

/** The page of one sealed case. */
@Singleton
public class CasePage {
    private static final int OK = 200;
    private static final int REFUSED = 409;

    private final Pages pages;
    private final Asked asked;
    private final SealedCases cases;
    private final OfficeList offices;
    private final SealedPapers papers;
    private final Voices voices;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    CasePage(
            Pages pages,
            Asked asked,
            SealedCases cases,
            OfficeList offices,
            SealedPapers papers,
            Voices voices,
            InTransaction transaction) {
        this.pages = pages;
        this.asked = asked;
        this.cases = cases;
        this.offices = offices;
        this.papers = papers;
        this.voices = voices;
        this.transaction = transaction;
    }

    /**
     * What a deed left to say on the page.
     *
     * @param refused why it was not done, empty when it was
     * @param revealed a number or code that was uncovered for this one answer, else empty
     * @param receipt a new receipt code, shown once
     * @param draft what was typed and must not be lost, when its page is not shown again
     * @param refill the form that was refused, as it was typed
     */
    record Note(Optional<Reason> refused, String revealed, String receipt, String draft, Refill refill) {
        static final Note NONE = shown("", "");

        /** Whether a fresh code of the second factor is all that is missing. */
        boolean isStale() {
            return refused.map(reason -> reason.code().equals("sealed.step-up")).orElse(false);
        }

        static Note shown(String revealed, String receipt) {
            return new Note(Optional.empty(), revealed, receipt, "", Refill.NONE);
        }

        static Note refused(Reason reason, String draft, Refill refill) {
            return new Note(Optional.of(reason), "", "", draft, refill);
        }
    }

    Response show(String address, Note note) {
        Pseudonym pseudonym = Pseudonym.parse(address).orElseThrow(NotFoundException::new);
        return transaction.call(() -> {
            SealedCases.Cover cover = cases.cover(asked.viewer(), pseudonym).orElseThrow(NotFoundException::new);
            Optional<Opened> opened = cases.look(asked.viewer(), pseudonym);
            Map<String, Object> model = new HashMap<>();
            model.put("cover", CoverRow.of(cover));
            model.put("refusal", note.refused().map(asked::sentence).orElse(""));
            model.put("stale", note.isStale());
            model.put("revealed", note.revealed());
            model.put("receipt", note.receipt());
            model.put("draft", note.draft());
            model.put("refill", note.refill());
            opened.ifPresent(one -> fill(model, one, cases.around(asked.viewer(), pseudonym)));
            fill(model, papers.of(asked.viewer(), pseudonym));
            String template = opened.isPresent() ? "sealed/case" : "sealed/cover";
            return pages.page(note.refused().isPresent() ? REFUSED : OK, template, model, asked);
        });
    }

    private static void fill(Map<String, Object> model, SealedPapers.Papers papers) {
        model.put("papers", papers.notes().stream().map(PaperRow::of).toList());
        model.put("received", papers.received());
        model.put("longer", papers.mayBeExtended());
    }

    private void fill(Map<String, Object> model, Opened opened, Optional<UnitCode> around) {
        model.put("it", OpenedCase.of(opened, asked.viewer()));
        model.put("lengths", voices.lengths(opened.words().stream().flatMap(said -> said.recording().stream())));
        model.put("times", new NoteTimes());
        List<Office> all = offices.all();
        model.put("offices", all);
        model.put("around", around.stream().flatMap(unit -> named(all, unit)).toList());
        model.put(
                "outcomes",
                Arrays.stream(SealedOutcome.values()).map(SealedOutcome::name).toList());
    }

    private static Stream<Office> named(List<Office> all, UnitCode unit) {
        return all.stream().filter(office -> office.code().equals(unit.value()));
    }
}
