package vn.mscore.hotline.console.custody;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.SealedCases;
import vn.mscore.hotline.complaint.SealedDeeds;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.Shown;
import vn.mscore.hotline.platform.InTransaction;

/** The list and the letters; the case itself is {@link CasePage}'s. */
@Path("sealed")
@For(Role.CUSTODIAN)
public class CustodyPages {
    private final Pages pages;
    private final Asked asked;
    private final SealedCases cases;
    private final SealedDeeds deeds;
    private final CasePage casePage;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public CustodyPages(
            Pages pages,
            Asked asked,
            SealedCases cases,
            SealedDeeds deeds,
            CasePage casePage,
            InTransaction transaction) {
        this.pages = pages;
        this.asked = asked;
        this.cases = cases;
        this.deeds = deeds;
        this.casePage = casePage;
        this.transaction = transaction;
    }

    /** A page of all cases by their pseudonyms; what is no page is the first. */
    @GET
    public Response list(@QueryParam("page") String address) {
        int page = address != null && address.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(address) : 1;
        return transaction.call(() -> {
            SealedCases.Listed listed = cases.list(asked.viewer(), page);
            List<CoverRow> rows = listed.covers().stream().map(CoverRow::of).toList();
            int unseen = cases.unseen(asked.viewer());
            return pages.page(
                    "sealed/list", Map.of("rows", rows, "page", page, "more", listed.more(), "unseen", unseen), asked);
        });
    }

    /** The letters of the week, to print; none before a fresh code. */
    @GET
    @Path("letters")
    public Response letters() {
        List<SealedDeeds.Letter> letters = transaction.call(() -> deeds.letters(asked.viewer()));
        return pages.page(
                "sealed/letters",
                Map.of(
                        "letters",
                        letters.stream().map(LetterRow::of).toList(),
                        "stale",
                        !asked.viewer().stepUpFresh()),
                asked);
    }

    /** A letter. */
    public record LetterRow(
            long id, String reference, String unit, String words, String dossier, String leaves, String kept) {
        static LetterRow of(SealedDeeds.Letter letter) {
            return new LetterRow(
                    letter.id(),
                    letter.reference(),
                    letter.unitName(),
                    letter.words(),
                    letter.dossier(),
                    Shown.day(letter.leaves()),
                    letter.kept().orElse(""));
        }
    }

    /** One case: its cover, or itself while it is open to this custodian. */
    @GET
    @Path("{pseudonym}")
    public Response one(@PathParam("pseudonym") String pseudonym) {
        return casePage.show(pseudonym, CasePage.Note.NONE);
    }
}
