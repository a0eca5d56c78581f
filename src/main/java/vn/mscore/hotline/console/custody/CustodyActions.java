package vn.mscore.hotline.console.custody;

import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.BiFunction;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.access.Viewer;
import vn.mscore.hotline.complaint.Pseudonym;
import vn.mscore.hotline.complaint.SealedCases;
import vn.mscore.hotline.complaint.SealedCases.Hidden;
import vn.mscore.hotline.complaint.SealedDeeds;
import vn.mscore.hotline.complaint.SealedDeeds.Proposal;
import vn.mscore.hotline.complaint.SealedDeeds.Result;
import vn.mscore.hotline.complaint.SealedDeeds.Summary;
import vn.mscore.hotline.complaint.SealedDeeds.Typed;
import vn.mscore.hotline.complaint.SealedOutcome;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Form;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;

/** What custodians do: one use case each; a refusal shows the page again with its sentence and what was typed. */
@Path("sealed")
@For(Role.CUSTODIAN)
public class CustodyActions {
    private static final int LONG = 4000;
    private static final int SHORT = 500;
    private static final int MARK = 64;

    private final Asked asked;
    private final SealedDeeds deeds;
    private final SealedCases cases;
    private final CasePage page;
    private final DeedAnswers answers;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public CustodyActions(
            Asked asked,
            SealedDeeds deeds,
            SealedCases cases,
            CasePage page,
            DeedAnswers answers,
            InTransaction transaction) {
        this.asked = asked;
        this.deeds = deeds;
        this.cases = cases;
        this.page = page;
        this.answers = answers;
        this.transaction = transaction;
    }

    private Response carryOut(String address, BiFunction<Viewer, Pseudonym, Optional<Reason>> deed, String draft) {
        return answers.carryOut(address, deed, draft);
    }

    private String field(String name, int max) {
        return asked.form().text(name, max).orElse("");
    }

    /** Asks another custodian to open it together. */
    @POST
    @Path("{pseudonym}/ask")
    public Response ask(@PathParam("pseudonym") String address) {
        String reason = field("reason", SHORT);
        return carryOut(address, (viewer, one) -> deeds.askToOpen(viewer, one, reason), reason);
    }

    /** Opens it with the one who asked. */
    @POST
    @Path("{pseudonym}/confirm")
    public Response confirm(@PathParam("pseudonym") String address) {
        return carryOut(address, deeds::confirmOpening, "");
    }

    /** Closes it. */
    @POST
    @Path("{pseudonym}/close")
    public Response close(@PathParam("pseudonym") String address) {
        return carryOut(address, deeds::close, "");
    }

    /** Types what was heard in a recording. */
    @POST
    @Path("{pseudonym}/transcribe")
    public Response transcribe(@PathParam("pseudonym") String address) {
        String text = field("text", LONG);
        Typed typed = new Typed(field("recording", MARK), text);
        return carryOut(address, (viewer, one) -> deeds.type(viewer, one, typed), text);
    }

    /** Keeps the neutral summary. */
    @POST
    @Path("{pseudonym}/summary")
    public Response summary(@PathParam("pseudonym") String address) {
        Form form = asked.form();
        String words = field("words", LONG);
        Optional<UnitCode> accused = form.unit("accused");
        String read = field("read", MARK);
        return carryOut(
                address, (viewer, one) -> deeds.summarise(viewer, one, read, new Summary(words, accused)), words);
    }

    /** Proposes a hand-over. */
    @POST
    @Path("{pseudonym}/propose")
    public Response propose(@PathParam("pseudonym") String address) {
        Optional<String> override = asked.form().text("override", SHORT);
        UnitCode unit = asked.form().unit("unit").orElse(Form.NO_UNIT);
        String read = field("read", MARK);
        return carryOut(
                address,
                (viewer, one) -> deeds.propose(viewer, one, read, new Proposal(unit, override)),
                override.orElse(""));
    }

    /** Confirms the hand-over another proposed. */
    @POST
    @Path("{pseudonym}/hand-over")
    public Response handOver(@PathParam("pseudonym") String address) {
        Optional<String> override = asked.form().text("override", SHORT);
        String read = field("read", MARK);
        return carryOut(
                address, (viewer, one) -> deeds.confirmHandOver(viewer, one, read, override), override.orElse(""));
    }

    /** Takes a hand-over back. */
    @POST
    @Path("{pseudonym}/withdraw")
    public Response withdraw(@PathParam("pseudonym") String address) {
        return carryOut(address, deeds::withdrawHandOver, "");
    }

    /** Records the outcome. */
    @POST
    @Path("{pseudonym}/outcome")
    public Response outcome(@PathParam("pseudonym") String address) {
        String words = field("words", LONG);
        SealedOutcome outcome =
                asked.form().choice("outcome", SealedOutcome.class).orElse(SealedOutcome.KEPT_FOR_REFERENCE);
        return carryOut(address, (viewer, one) -> deeds.record(viewer, one, new Result(outcome, words)), words);
    }

    /** Agrees with the outcome another proposed. */
    @POST
    @Path("{pseudonym}/outcome/confirm")
    public Response confirmOutcome(@PathParam("pseudonym") String address) {
        String read = field("read", MARK);
        return carryOut(address, (viewer, one) -> deeds.confirmEnding(viewer, one, read), "");
    }

    /** Takes a proposed outcome back. */
    @POST
    @Path("{pseudonym}/outcome/back")
    public Response outcomeBack(@PathParam("pseudonym") String address) {
        return carryOut(address, deeds::takeEndingBack, "");
    }

    /** Asks to take a closed case up again. */
    @POST
    @Path("{pseudonym}/reopen")
    public Response reopen(@PathParam("pseudonym") String address) {
        String reason = field("reason", SHORT);
        return carryOut(address, (viewer, one) -> deeds.askToReopen(viewer, one, reason), reason);
    }

    /** Agrees to take it up again. */
    @POST
    @Path("{pseudonym}/reopen/confirm")
    public Response confirmReopening(@PathParam("pseudonym") String address) {
        String read = field("read", MARK);
        return carryOut(address, (viewer, one) -> deeds.confirmReopening(viewer, one, read), "");
    }

    /** Takes such a request back. */
    @POST
    @Path("{pseudonym}/reopen/back")
    public Response dropReopening(@PathParam("pseudonym") String address) {
        return carryOut(address, deeds::dropReopening, "");
    }

    /** Uncovers the number, the dossier code or the numbers in the words for this one page. */
    @POST
    @Path("{pseudonym}/reveal")
    public Response reveal(@PathParam("pseudonym") String address) {
        Pseudonym pseudonym = Pseudonym.parse(address).orElseThrow(NotFoundException::new);
        Hidden what = asked.form().choice("what", Hidden.class).orElse(Hidden.PHONE);
        SealedCases.Revealed revealed = transaction.call(() -> cases.reveal(asked.viewer(), pseudonym, what));
        return revealed.refused()
                .map(reason -> answers.refused(address, reason, ""))
                .orElseGet(() ->
                        page.show(address, CasePage.Note.shown(revealed.text().orElse(""), "")));
    }

    /** Makes a receipt code, shown once. */
    @POST
    @Path("{pseudonym}/receipt")
    public Response receipt(@PathParam("pseudonym") String address) {
        Pseudonym pseudonym = Pseudonym.parse(address).orElseThrow(NotFoundException::new);
        if (!asked.viewer().stepUpFresh()) {
            return answers.refused(address, new Reason("sealed.step-up", ""), "");
        }
        Optional<String> code = transaction.call(() -> deeds.newReceipt(asked.viewer(), pseudonym));
        return page.show(address, CasePage.Note.shown("", code.orElse("")));
    }
}
