package vn.mscore.hotline.console.admin;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.mscore.hotline.access.Role;
import vn.mscore.hotline.console.Asked;
import vn.mscore.hotline.console.For;
import vn.mscore.hotline.console.Form;
import vn.mscore.hotline.console.Pages;
import vn.mscore.hotline.console.Refill;
import vn.mscore.hotline.console.Words;
import vn.mscore.hotline.console.admin.Deeds.Deed;
import vn.mscore.hotline.console.leader.Figures;
import vn.mscore.hotline.platform.ImportReport;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.RowFault;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.Unit;
import vn.mscore.hotline.unit.UnitRegister;
import vn.mscore.hotline.unit.Units;

/** Offices: found, changed one by one, or taken from a file. */
@Path("admin/units")
@For(Role.ADMINISTRATOR)
public class UnitPages {
    private static final int LISTED = 50;
    private static final int UNPROCESSABLE = 422;

    private final Pages pages;
    private final Words words;
    private final Asked asked;
    private final Units units;
    private final UnitRegister register;
    private final InTransaction transaction;
    private final Deeds deeds;

    /** Joined by CDI. */
    @Inject
    public UnitPages(
            Pages pages,
            Words words,
            Asked asked,
            Units units,
            UnitRegister register,
            InTransaction transaction,
            Deeds deeds) {
        this.pages = pages;
        this.words = words;
        this.asked = asked;
        this.units = units;
        this.register = register;
        this.transaction = transaction;
        this.deeds = deeds;
    }

    /** Offices whose code or name holds {@code q}. */
    @GET
    public Response list(@QueryParam("q") String q) {
        String sought = q == null ? "" : q.substring(0, Math.min(q.length(), 100));
        return listed(Response.Status.OK.getStatusCode(), sought, Refill.NONE, List.of());
    }

    private Response listed(int status, String sought, Refill refill, List<RowFault> faults) {
        List<Unit> found = transaction.call(() -> units.search(sought, LISTED));
        return pages.page(
                status,
                "admin-units",
                Map.of(
                        "q",
                        sought,
                        "units",
                        found,
                        "full",
                        found.size() == LISTED,
                        "refill",
                        refill,
                        "faults",
                        faults,
                        "figures",
                        new Figures(asked.language())),
                asked);
    }

    /** A file of offices or successors. */
    @POST
    @For(value = Role.ADMINISTRATOR, stepUp = true)
    public Response take() {
        boolean successors = asked.form().text("kind", 20).orElse("").equals("successors");
        byte[] csv = asked.form().raw("csv", Form.MAX_BYTES).orElse("").getBytes(StandardCharsets.UTF_8);
        Deed deed = new Deed(successors ? "unit.successors.imported" : "unit.imported", "csv");
        ImportReport report = deeds.tell(
                asked.viewer(),
                deed,
                () -> successors ? register.importSuccessors(csv) : register.importUnits(csv),
                done -> !done.refused());
        return report.refused()
                ? listed(UNPROCESSABLE, "", refused(), report.faults())
                : pages.page("admin-units-taken", Map.of("report", report), asked);
    }

    private Refill refused() {
        return new Refill("take", "csv", words.say(asked.language(), "admin.import.refused"), asked.form());
    }

    /** The empty form of a code that was typed; the list again when it cannot be a code. */
    @GET
    @Path("new")
    public Response fresh(@QueryParam("code") String code) {
        String where = UnitCode.isValid(code) ? "/console/admin/units/" + code : "/console/admin/units";
        return Response.seeOther(java.net.URI.create(where)).build();
    }

    /** One office, or an empty form for a new one. */
    @GET
    @Path("{code}")
    public Response one(@PathParam("code") String code) {
        UnitCode key = code(code);
        return transaction.call(() -> {
            Optional<Unit> unit = units.find(key);
            UnitFields fields = unit.map(found -> UnitFields.of(found, units.successors(key)))
                    .orElseGet(() -> UnitFields.fresh(code));
            return form(Response.Status.OK.getStatusCode(), fields, List.of(), unit.isEmpty());
        });
    }

    /** What was typed. */
    @POST
    @For(value = Role.ADMINISTRATOR, stepUp = true)
    @Path("{code}")
    public Response keep(@PathParam("code") String code) {
        UnitFields fields = UnitFields.of(code(code).value(), asked.form());
        List<RowFault> faults = deeds.tell(
                asked.viewer(), new Deed("unit.changed", code), () -> register.put(code, fields.json()), List::isEmpty);
        return faults.isEmpty()
                ? Response.seeOther(java.net.URI.create("/console/admin/units?q=" + code))
                        .build()
                : form(UNPROCESSABLE, fields, faults, false);
    }

    private Response form(int status, UnitFields fields, List<RowFault> faults, boolean fresh) {
        return pages.page(
                status,
                "admin-unit",
                Map.of(
                        "unit",
                        fields,
                        "kinds",
                        vn.mscore.hotline.unit.UnitKind.values(),
                        "faults",
                        faults,
                        "fresh",
                        fresh),
                asked);
    }

    private static UnitCode code(String text) {
        if (!UnitCode.isValid(text)) {
            throw new NotFoundException();
        }
        return new UnitCode(text);
    }
}
