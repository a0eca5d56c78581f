package vn.mscore.hotline.console.requests;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.citizen.SubjectDesk;
import vn.mscore.hotline.citizen.SubjectDesk.Ending;
import vn.mscore.hotline.citizen.SubjectDesk.Outcome;
import vn.mscore.hotline.citizen.SubjectRequest;
import vn.mscore.hotline.citizen.SubjectTerms;
import vn.mscore.hotline.citizen.SubjectTerms.Because;
import vn.mscore.hotline.complaint.SubjectAccess;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.shared.Reason;

/** Requests about one's own data with their clocks of 2, 15 or 20 and at most 15 more days. */
@Path("requests")
@For(Role.OPERATOR)
public class RequestPages {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int LONGEST_NOTE = 500;
    private static final int OK = 200;
    private static final int REFUSED = 409;

    private static final Reason OUTCOME = new Reason("request.outcome", "Chọn kết quả. / Choose what came of it.");

    private final Pages pages;
    private final Asked asked;
    private final SubjectDesk requests;
    private final SubjectTerms terms;
    private final DataDesk desk;
    private final Clock clock;
    private final InTransaction transaction;

    /** Joined by CDI. */
    @Inject
    public RequestPages(
            Pages pages,
            Asked asked,
            SubjectDesk requests,
            SubjectTerms terms,
            DataDesk desk,
            Clock clock,
            InTransaction transaction) {
        this.pages = pages;
        this.asked = asked;
        this.requests = requests;
        this.terms = terms;
        this.desk = desk;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** All of them. */
    @GET
    public Response list() {
        List<RequestRow> rows =
                transaction.call(() -> requests.all().stream().map(this::row).toList());
        return pages.page("requests/list", Map.of("rows", rows), asked);
    }

    /** One. */
    @GET
    @Path("{number}")
    public Response one(@PathParam("number") String number) {
        return page(number, "", Optional.empty());
    }

    /** Its data, to print or to read out. */
    @GET
    @Path("{number}/data")
    public Response data(@PathParam("number") String number) {
        SubjectAccess.Own export = desk.export(asked.viewer(), number).orElseThrow(NotFoundException::new);
        if (export.refusal().isPresent()) {
            return page(number, "", export.refusal());
        }
        List<DataLine> lines = export.lines().stream().map(DataLine::of).toList();
        return pages.page("requests/data", Map.of("number", number, "lines", lines), asked);
    }

    /** Acknowledged. */
    @POST
    @Path("{number}/acknowledge")
    public Response acknowledge(@PathParam("number") String number) {
        return after(number, desk.carryOut(asked.viewer(), number, "acknowledged", requests::acknowledge));
    }

    /** Third parties hold or received the data: 20 days from receipt. */
    @POST
    @Path("{number}/third-parties")
    public Response thirdParties(@PathParam("number") String number) {
        return after(
                number,
                "third",
                desk.carryOut(
                        asked.viewer(),
                        number,
                        "third-parties",
                        (request, by) -> terms.involveThirdParties(request, because(by))));
    }

    /** Extended. */
    @POST
    @Path("{number}/extend")
    public Response extend(@PathParam("number") String number) {
        return after(
                number,
                "extended",
                desk.carryOut(asked.viewer(), number, "extended", (request, by) -> terms.extend(request, because(by))));
    }

    private Because because(String by) {
        return new Because(typed(), by);
    }

    private String typed() {
        return asked.form().text("text", SubjectTerms.LONGEST_REASON).orElse("");
    }

    /** Completed. */
    @POST
    @Path("{number}/complete")
    public Response complete(@PathParam("number") String number) {
        Optional<Outcome> outcome = asked.form().choice("outcome", Outcome.class);
        if (outcome.isEmpty()) {
            return after(number, Optional.of(OUTCOME));
        }
        String note = asked.form().text("note", LONGEST_NOTE).orElse("");
        return after(
                number,
                desk.carryOut(
                        asked.viewer(),
                        number,
                        "completed",
                        (request, by) -> requests.complete(request, new Ending(outcome.get(), note), by)));
    }

    private Response after(String number, Optional<Reason> refused) {
        return after(number, "", refused);
    }

    /** After a refusal what was typed stands in the form {@code tried}. */
    private Response after(String number, String tried, Optional<Reason> refused) {
        return refused.isPresent()
                ? page(number, tried, refused)
                : Response.seeOther(URI.create("/console/requests")).build();
    }

    /** Who is related with an office of this number's cases sees that there is a request and its days (R12). */
    private Response page(String number, String tried, Optional<Reason> refused) {
        return transaction.call(() -> {
            SubjectRequest request = requests.find(number).orElseThrow(NotFoundException::new);
            Optional<Reason> off =
                    refused.filter(SubjectAccess::isOwnInterest).or(() -> desk.against(asked.viewer(), request));
            Optional<Reason> why = off.or(() -> refused);
            List<WordsRow> words = off.isPresent() ? List.of() : WordsRow.of(desk.words(request));
            Map<String, Object> model = Map.of(
                    "it", off.isPresent() ? row(request).withoutWords() : row(request),
                    "off", off.isPresent(),
                    "words", words,
                    "covered", WordsRow.covers(words),
                    "outcomes", Arrays.stream(Outcome.values()).map(Enum::name).toList(),
                    "tried", tried,
                    "typed", typed(),
                    "refusal", why.map(asked::sentence).orElse(""));
            return pages.page(why.isPresent() ? REFUSED : OK, "requests/one", model, asked);
        });
    }

    private RequestRow row(SubjectRequest request) {
        return RequestRow.of(request, LocalDate.ofInstant(clock.instant(), VIETNAM));
    }
}
