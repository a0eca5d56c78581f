package vn.mscore.hotline.console.custody;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.Pseudonym;
import vn.mscore.hotline.complaint.SealedPapers;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.platform.InTransaction;

/** A denunciation under its law: guided, booked, signed, verified; and the paper to sign. */
@Path("sealed")
@For(Role.CUSTODIAN)
public class PaperActions {
    private static final int WORDS = 500;
    private static final int DAY = 10;

    private final Asked asked;
    private final Pages pages;
    private final SealedPapers papers;
    private final DeedAnswers answers;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public PaperActions(Asked asked, Pages pages, SealedPapers papers, DeedAnswers answers, InTransaction transaction) {
        this.asked = asked;
        this.pages = pages;
        this.papers = papers;
        this.answers = answers;
        this.transaction = transaction;
    }

    /** What is no day is refused as one long ago. */
    private LocalDate on() {
        try {
            return LocalDate.parse(asked.form().text("on", DAY).orElse(""));
        } catch (DateTimeParseException e) {
            return LocalDate.EPOCH;
        }
    }

    /** The citizen was told how one denounces. */
    @POST
    @Path("{pseudonym}/guided")
    public Response guided(@PathParam("pseudonym") String address) {
        return answers.carryOut(address, papers::guided, "");
    }

    /** He is to come in person. */
    @POST
    @Path("{pseudonym}/booked")
    public Response booked(@PathParam("pseudonym") String address) {
        LocalDate on = on();
        String where = asked.form().text("where", WORDS).orElse("");
        return answers.carryOut(address, (viewer, one) -> papers.booked(viewer, one, on, where), where);
    }

    /** The signed paper is there. */
    @POST
    @Path("{pseudonym}/received")
    public Response received(@PathParam("pseudonym") String address) {
        LocalDate on = on();
        return answers.carryOut(address, (viewer, one) -> papers.received(viewer, one, on), "");
    }

    /** There is none, it was noted by mistake. */
    @POST
    @Path("{pseudonym}/no-paper")
    public Response notReceived(@PathParam("pseudonym") String address) {
        return answers.carryOut(address, papers::notReceived, "");
    }

    /** The verification takes longer. */
    @POST
    @Path("{pseudonym}/extended")
    public Response extended(@PathParam("pseudonym") String address) {
        String reason = asked.form().text("reason", WORDS).orElse("");
        int read = asked.form().number("read", 0, Integer.MAX_VALUE).orElse(0L).intValue();
        return answers.carryOut(address, (viewer, one) -> papers.extended(viewer, one, read, reason), reason);
    }

    /** The paper to print and sign; leads to the case's own page while it is not open. */
    @GET
    @Path("{pseudonym}/sheet")
    public Response sheet(@PathParam("pseudonym") String address) {
        Pseudonym pseudonym = Pseudonym.parse(address).orElseThrow(NotFoundException::new);
        return transaction
                .call(() -> papers.sheet(asked.viewer(), pseudonym))
                .map(sheet -> pages.page("sealed/sheet", Map.of("it", sheet, "address", pseudonym.hex()), asked))
                .orElseGet(() -> DeedAnswers.back(pseudonym.hex()));
    }
}
