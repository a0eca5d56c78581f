package vn.mscore.hotline.console.letters;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.Shown;
import vn.mscore.hotline.dossier.Apologies.Apology;
import vn.mscore.hotline.platform.InTransaction;

/** Form 04 of TT 01/2018/TT-VPCP, kept by TT 03/2025: the apology with the one new appointment. */
@Path("apologies")
@For({Role.OPERATOR, Role.OFFICER, Role.LEADER})
public class ApologyPages {
    private final ApologyLetters letters;
    private final Pages pages;
    private final Asked asked;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public ApologyPages(ApologyLetters letters, Pages pages, Asked asked, InTransaction transaction) {
        this.letters = letters;
        this.pages = pages;
        this.asked = asked;
        this.transaction = transaction;
    }

    /** All that the reader may print. */
    @GET
    public Response list() {
        List<Sheet> rows = transaction.call(
                () -> letters.of(asked.viewer()).stream().map(Sheet::of).toList());
        return pages.page("letters/apologies", Map.of("rows", rows), asked);
    }

    /** One to print. */
    @GET
    @Path("{number:\\d{1,19}}")
    public Response one(@PathParam("number") long number) {
        Sheet sheet = transaction
                .call(() -> letters.one(asked.viewer(), number))
                .map(Sheet::of)
                .orElseThrow(NotFoundException::new);
        return pages.page("letters/apology", Map.of("it", sheet), asked);
    }

    /** An apology as the page shows it: days as people write them, and in the words of the form. */
    public record Sheet(
            long number,
            String code,
            String office,
            String procedure,
            String received,
            String promised,
            String newDay,
            String told,
            String toldInWords,
            String reason) {
        private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("'ngày' dd 'tháng' MM 'năm' yyyy");

        static Sheet of(Apology apology) {
            return new Sheet(
                    apology.number(),
                    apology.code().value(),
                    apology.office().full(),
                    apology.procedure(),
                    words(apology.receivedOn()),
                    Shown.day(apology.promisedOn()),
                    Shown.day(apology.newDay()),
                    Shown.day(apology.toldOn()),
                    words(apology.toldOn()),
                    apology.reason());
        }

        private static String words(LocalDate day) {
            return WORDS.format(day);
        }
    }
}
