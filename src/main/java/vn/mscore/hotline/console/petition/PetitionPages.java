package vn.mscore.hotline.console.petition;

import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Function;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.Grip;
import vn.mscore.hotline.complaint.Petitions;
import vn.mscore.hotline.complaint.Petitions.Acceptance;
import vn.mscore.hotline.complaint.Petitions.Appointment;
import vn.mscore.hotline.complaint.Petitions.Correction;
import vn.mscore.hotline.complaint.Petitions.Guidance;
import vn.mscore.hotline.complaint.Petitions.Refusal;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Form;
import vn.mscore.hotline.console.Refill;
import vn.mscore.hotline.console.SentForms;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.TicketNumber;
import vn.mscore.hotline.shared.UnitCode;

/** Guidance, appointment, signed paper, acceptance, and the form to print. */
@Path("cases/{ticket}")
@For(Role.OPERATOR)
public class PetitionPages {
    private static final int SHORT = 200;
    private static final int LONG = 1000;
    private static final String MOVED_ON = "case.moved-on";
    private static final Reason UNREADABLE =
            new Reason("petition.day", "Ngày giờ chưa đúng dạng. / The day or hour cannot be read.");

    private final Asked asked;
    private final Petitions petitions;
    private final PetitionPaper paper;
    private final InTransaction transaction;
    private final SentForms sent;

    /** Joined by CDI. */
    @Inject
    public PetitionPages(
            Asked asked, Petitions petitions, PetitionPaper paper, InTransaction transaction, SentForms sent) {
        this.asked = asked;
        this.petitions = petitions;
        this.paper = paper;
        this.transaction = transaction;
        this.sent = sent;
    }

    /** How far it is and what may be done next. */
    @GET
    @Path("petition")
    public Response page(@PathParam("ticket") String ticket) {
        return paper.page(number(ticket), Refill.NONE);
    }

    /** The form to print and sign; what nobody told us stays blank. */
    @GET
    @Path("petition-form")
    public Response form(@PathParam("ticket") String ticket) {
        return paper.form(number(ticket));
    }

    /** It was explained. */
    @POST
    @Path("petition/guided")
    public Response guided(@PathParam("ticket") String ticket) {
        return carryOut("guided", ticket, grip -> {
            Optional<LocalDate> learned = asked.form().text("learned", SHORT).map(LocalDate::parse);
            String decision = asked.form().text("decision", SHORT).orElse("");
            return petitions.guided(grip, new Guidance(learned, decision));
        });
    }

    /** An appointment. */
    @POST
    @Path("petition/booked")
    public Response booked(@PathParam("ticket") String ticket) {
        return sent.once(asked, () -> booking(ticket));
    }

    private Response booking(String ticket) {
        return carryOut("booked", ticket, grip -> {
            UnitCode place = asked.form().unit("unit").orElse(Form.NO_UNIT);
            LocalTime at = LocalTime.parse(asked.form().text("at", SHORT).orElse(""));
            return petitions.book(grip, new Appointment(place, day(), at));
        });
    }

    /** The signed paper came. */
    @POST
    @Path("petition/paper")
    public Response paper(@PathParam("ticket") String ticket) {
        return carryOut("paper", ticket, grip -> petitions.paper(grip, day()));
    }

    /** It was accepted. */
    @POST
    @Path("petition/accepted")
    public Response accepted(@PathParam("ticket") String ticket) {
        return carryOut("accepted", ticket, grip -> {
            boolean complex = asked.form().ticked("complex");
            boolean remote = asked.form().ticked("remote");
            boolean second = asked.form().ticked("second");
            return petitions.accepted(grip, new Acceptance(day(), complex, remote, second));
        });
    }

    /** Another day of the paper or of its acceptance than was written down. */
    @POST
    @Path("petition/corrected")
    public Response corrected(@PathParam("ticket") String ticket) {
        return carryOut("corrected", ticket, grip -> {
            Optional<LocalDate> accepted = asked.form().text("accepted", SHORT).map(LocalDate::parse);
            String why = asked.form().text("why", LONG).orElse("");
            return petitions.corrected(grip, new Correction(day(), accepted, why));
        });
    }

    /** It was not accepted. */
    @POST
    @Path("petition/not-accepted")
    public Response notAccepted(@PathParam("ticket") String ticket) {
        return carryOut("not-accepted", ticket, grip -> {
            String ground = asked.form().text("ground", SHORT).orElse("");
            String more = asked.form().text("more", LONG).orElse("");
            return petitions.notAccepted(grip, new Refusal(day(), ground, more));
        });
    }

    /** That was a mistake. */
    @POST
    @Path("petition/reconsidered")
    public Response reconsidered(@PathParam("ticket") String ticket) {
        return carryOut(
                "reconsidered",
                ticket,
                grip -> petitions.reconsidered(
                        grip, asked.form().text("why", LONG).orElse("")));
    }

    /** The notice of it to print and sign; 404 unless it was not accepted. */
    @GET
    @Path("petition-notice")
    public Response notice(@PathParam("ticket") String ticket) {
        return paper.notice(number(ticket));
    }

    private LocalDate day() {
        return LocalDate.parse(asked.form().text("day", SHORT).orElse(""));
    }

    private Response carryOut(String form, String ticket, Function<Grip, Optional<Reason>> deed) {
        int version = asked.form().version().orElseThrow(BadRequestException::new);
        Grip grip = new Grip(asked.viewer(), number(ticket), version);
        Optional<Reason> refused = transaction.call(() -> attempt(deed, grip));
        return refused.map(why -> refused(form, grip, why))
                .orElseGet(() -> Response.seeOther(URI.create("/console/cases/" + ticket + "/petition"))
                        .build());
    }

    private Response refused(String form, Grip grip, Reason why) {
        return why.code().equals(MOVED_ON)
                ? paper.movedOn(grip, refill(form, why))
                : paper.page(grip.ticket(), refill(form, why));
    }

    private Refill refill(String form, Reason why) {
        String field =
                switch (why.code()) {
                    case "petition.day" -> form.equals("guided") ? "learned" : "day";
                    case "petition.hours" -> "at";
                    case "case.words" -> "why";
                    case "petition.ground" -> "ground";
                    case "complaint.unit" -> "unit";
                    case MOVED_ON -> "version";
                    default -> "";
                };
        return new Refill(form, field, asked.sentence(why), asked.form());
    }

    private static Optional<Reason> attempt(Function<Grip, Optional<Reason>> deed, Grip grip) {
        try {
            return deed.apply(grip);
        } catch (DateTimeException e) {
            return Optional.of(UNREADABLE);
        }
    }

    private static TicketNumber number(String ticket) {
        return TicketNumber.parse(ticket).orElseThrow(NotFoundException::new);
    }
}
