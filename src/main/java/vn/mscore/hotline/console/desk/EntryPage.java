package vn.mscore.hotline.console.desk;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.CaseList;
import vn.mscore.hotline.complaint.ComplaintKind;
import vn.mscore.hotline.complaint.EnterCase;
import vn.mscore.hotline.complaint.EnterCase.Channel;
import vn.mscore.hotline.complaint.EnterCase.Entered;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.SentForms;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.PhoneNumber;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;

/** "Ghi hộ": what somebody says who does not text. */
@Path("enter")
@For({Role.OPERATOR, Role.OFFICER})
public class EntryPage {
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;
    private static final List<ComplaintKind> KINDS = List.of(
            ComplaintKind.FEEDBACK, ComplaintKind.SUGGESTION, ComplaintKind.COMPLAINT, ComplaintKind.DENUNCIATION);

    private final Pages pages;
    private final Asked asked;
    private final EntryReader reader;
    private final CallersNumber numbers;
    private final EnterCase desk;
    private final CaseList cases;
    private final InTransaction transaction;
    private final SentForms sent;

    /** Joined by CDI. */
    @Inject
    public EntryPage(
            Pages pages,
            Asked asked,
            EntryReader reader,
            CallersNumber numbers,
            EnterCase desk,
            CaseList cases,
            InTransaction transaction,
            SentForms sent) {
        this.pages = pages;
        this.asked = asked;
        this.reader = reader;
        this.numbers = numbers;
        this.desk = desk;
        this.cases = cases;
        this.transaction = transaction;
        this.sent = sent;
    }

    /** The empty form; with a call, where its number is known, the number stands in it. */
    @GET
    public Response form(@QueryParam("call") String call) {
        String known = call == null || number(call).isEmpty() ? "" : call;
        return show(OK, Typed.nothing(known), "");
    }

    private Optional<PhoneNumber> number(String call) {
        return transaction.call(() -> numbers.of(asked.viewer(), call));
    }

    /** Keeps it, once, and goes to the case, or to its number when the case is not for this reader. */
    @POST
    public Response keep() {
        Typed typed = Typed.of(asked.form());
        Optional<PhoneNumber> ofCall = number(typed.call());
        Optional<Reason> fault = reader.fault(asked.form(), typed, ofCall);
        return fault.map(why -> refused(typed, why))
                .orElseGet(() -> sent.once(asked, () -> {
                    EnterCase.Entry entry = reader.entry(asked.form(), typed, ofCall);
                    return after(typed, desk.enter(asked.viewer(), entry));
                }));
    }

    /** The number to hand over; says the same of every number. */
    @GET
    @Path("{ticket}")
    public Response kept(@PathParam("ticket") String ticket) {
        TicketNumber number = TicketNumber.parse(ticket).orElseThrow(NotFoundException::new);
        return pages.page("desk/kept", Map.of("ticket", number.digits()), asked);
    }

    private Response after(Typed typed, Entered entered) {
        return entered.refusal().map(why -> refused(typed, why)).orElseGet(() -> Response.seeOther(place(entered))
                .build());
    }

    private URI place(Entered entered) {
        TicketNumber ticket = entered.ticket().orElseThrow();
        boolean readable = !entered.secret()
                && transaction.call(() -> cases.row(asked.viewer(), ticket)).isPresent();
        return URI.create((readable ? "/console/cases/" : "/console/enter/") + ticket);
    }

    private Response refused(Typed typed, Reason why) {
        return show(UNPROCESSABLE, typed, asked.sentence(why));
    }

    private Response show(int status, Typed typed, String fault) {
        return pages.page(
                status,
                "desk/enter",
                Map.of(
                        "it",
                        typed,
                        "number",
                        number(typed.call()).map(PhoneNumber::masked).orElse(""),
                        "fault",
                        fault,
                        "channels",
                        Channel.values(),
                        "kinds",
                        KINDS),
                asked);
    }
}
