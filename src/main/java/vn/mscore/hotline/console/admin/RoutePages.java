package vn.mscore.hotline.console.admin;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.complaint.Categories;
import vn.mscore.hotline.complaint.Category;
import vn.mscore.hotline.complaint.RouteDesk;
import vn.mscore.hotline.complaint.RouteDesk.Change;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Form;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.Refill;
import vn.mscore.hotline.console.admin.Deeds.Deed;
import vn.mscore.hotline.console.leader.Figures;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.shared.UnitCode;

/** Who leads which kind of complaint, and how fast. */
@Path("admin/routes")
@For(Role.ADMINISTRATOR)
public class RoutePages {
    private static final int UNPROCESSABLE = 422;
    private static final int MOST_DAYS = 999;
    private static final Map<String, String> FIELDS = Map.of(
            "route.lead",
            "lead",
            "route.forward",
            "forward",
            "route.answer",
            "answer",
            "route.day",
            "from",
            "route.unit",
            "unit");

    private final Pages pages;
    private final Asked asked;
    private final Categories categories;
    private final RouteDesk desk;
    private final Deeds deeds;
    private final Clock clock;

    /** Joined by CDI. */
    @Inject
    public RoutePages(Pages pages, Asked asked, Categories categories, RouteDesk desk, Deeds deeds, Clock clock) {
        this.pages = pages;
        this.asked = asked;
        this.categories = categories;
        this.desk = desk;
        this.deeds = deeds;
        this.clock = clock;
    }

    /** A kind and who leads it today. */
    public record Row(Category category, String lead, String forward) {
        /** The office that was named for it, or nothing. */
        public String unit() {
            return category.named()
                    .flatMap(Category.Named::unit)
                    .map(UnitCode::value)
                    .orElse("");
        }

        /** Days to answer as a form shows them. */
        public String answer() {
            return Integer.toString(category.answerDays());
        }
    }

    /** The table. */
    @GET
    public Response list() {
        return pages.page(
                "admin-routes",
                Map.of("rows", categories.all().stream().map(this::row).toList()),
                asked);
    }

    private Row row(Category category) {
        OptionalInt forward = category.forwardDays();
        return new Row(
                category, category.lead(today()), forward.isPresent() ? Integer.toString(forward.getAsInt()) : "");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(7));
    }

    /** One kind. */
    @GET
    @Path("{code}")
    public Response one(@PathParam("code") String code) {
        return show(Response.Status.OK.getStatusCode(), category(code), Refill.NONE);
    }

    /** A change from a day on. */
    @POST
    @For(value = Role.ADMINISTRATOR, stepUp = true)
    @Path("{code}")
    public Response change(@PathParam("code") String code) {
        Category category = category(code);
        Change change = new Change(
                code,
                asked.form().text("lead", 400).orElse(""),
                asked.form().raw("forward", Form.MAX_BYTES).isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(days("forward")),
                days("answer"),
                asked.form().text("from", 10).flatMap(RoutePages::day).orElse(LocalDate.EPOCH),
                asked.form().unit("unit"));
        Optional<Reason> refused = deeds.tell(
                asked.viewer(),
                new Deed("route.changed", code),
                () -> desk.change(change, asked.viewer().login()),
                Optional::isEmpty);
        return refused.isEmpty()
                ? Response.seeOther(URI.create("/console/admin/routes")).build()
                : show(UNPROCESSABLE, category, refill(refused.get()));
    }

    /** What is no number of days is none that is allowed. */
    private int days(String field) {
        return asked.form().number(field, 0, MOST_DAYS).orElse(0L).intValue();
    }

    private Refill refill(Reason why) {
        return new Refill("route", FIELDS.getOrDefault(why.code(), ""), asked.sentence(why), asked.form());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Category category(String code) {
        return categories.byCode(code).orElseThrow(NotFoundException::new);
    }

    private Response show(int status, Category category, Refill refill) {
        List<RouteDesk.Written> history = desk.history().stream()
                .filter(one -> one.change().category().equals(category.code()))
                .toList();
        return pages.page(
                status,
                "admin-route",
                Map.of(
                        "row",
                        row(category),
                        "today",
                        today().toString(),
                        "refill",
                        refill,
                        "history",
                        history,
                        "figures",
                        new Figures(asked.language())),
                asked);
    }
}
