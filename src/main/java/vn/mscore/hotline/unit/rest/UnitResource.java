package vn.mscore.hotline.unit.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.mscore.hotline.platform.FieldReader;
import vn.mscore.hotline.platform.ImportReport;
import vn.mscore.hotline.platform.JsonFields;
import vn.mscore.hotline.platform.RowFault;
import vn.mscore.hotline.shared.UnitCode;
import vn.mscore.hotline.unit.FedUnit;
import vn.mscore.hotline.unit.UnitForm;
import vn.mscore.hotline.unit.UnitRegister;

/** Offices, fed by the one-stop software or by files. */
@Path("v1/units")
@Singleton
@Tag(name = "units")
@Produces({MediaType.APPLICATION_JSON, UnitResource.PROBLEM})
public class UnitResource {
    static final String PROBLEM = "application/problem+json";
    private static final String CSV = "text/csv";
    private static final JsonFields.Names UNIT = new JsonFields.Names(
            Set.of("name", "shortName", "kind", "parent", "validFrom", "validTo", "phone", "address"),
            Set.of(),
            Set.of("identifiers", "successors"));
    private static final JsonFields.Names SUCCESSOR =
            new JsonFields.Names(Set.of("field", "unit", "from"), Set.of(), Set.of());

    private final UnitRegister register;

    /** Feeds {@code register}. */
    @Inject
    public UnitResource(UnitRegister register) {
        this.register = register;
    }

    /** Creates or replaces one office with its successors. */
    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create or replace one office, whole, with its identifiers and successors")
    @APIResponse(responseCode = "204", description = "kept")
    @APIResponse(responseCode = "400", description = "refused; errors names each field")
    public Response put(@PathParam("code") String code, byte[] body) {
        Optional<JsonFields> json = JsonFields.parse(body);
        if (json.isEmpty()) {
            return refused(List.of(new RowFault(0, "", "không phải một đối tượng JSON / is not one JSON object")));
        }
        if (!UnitCode.isValid(code)) {
            return refused(List.of(new RowFault(0, "code", "mã đơn vị sai / is not a unit code")));
        }
        FieldReader fields = json.get().fields(UNIT);
        List<String> identifiers = json.get().texts("identifiers", fields).orElse(List.of());
        List<FedUnit.Successor> successors = successors(json.get(), fields);
        List<RowFault> faults = new UnitForm(fields, UnaryOperator.identity())
                .read(code, identifiers)
                .map(unit -> register.put(new FedUnit(unit, Optional.of(successors))))
                .orElseGet(fields::faults);
        return faults.isEmpty() ? Response.noContent().build() : refused(faults);
    }

    private static List<FedUnit.Successor> successors(JsonFields json, FieldReader fields) {
        List<FedUnit.Successor> all = new ArrayList<>();
        for (JsonFields item : json.objects("successors", fields).orElse(List.of())) {
            FieldReader reader = item.fields(SUCCESSOR);
            UnitForm.successor(reader).ifPresent(next -> add(next, all, reader));
            reader.faults().forEach(f -> fields.fault("successors." + f.field(), f.sentence()));
        }
        return all;
    }

    private static void add(FedUnit.Successor next, List<FedUnit.Successor> all, FieldReader reader) {
        if (all.stream()
                .anyMatch(other ->
                        other.field().equals(next.field()) && other.from().equals(next.from()))) {
            reader.fault("field", "lặp lại / is there twice for the same day");
        }
        all.add(next);
    }

    /** Offices as a file. */
    @POST
    @Path("import")
    @Consumes(CSV)
    @Operation(
            summary = "Import offices: code,name,short_name,kind,parent,valid_from,valid_to,identifiers,phone,address")
    @APIResponse(responseCode = "200", description = "all rows kept")
    @APIResponse(responseCode = "400", description = "nothing kept; errors names line and column")
    public Response importUnits(byte[] file) {
        return answer(register.importUnits(file));
    }

    /** Successors as a file. */
    @POST
    @Path("successors/import")
    @Consumes(CSV)
    @Operation(summary = "Import successors: code,field,unit,from")
    @APIResponse(responseCode = "200", description = "all rows kept")
    @APIResponse(responseCode = "400", description = "nothing kept; errors names line and column")
    public Response importSuccessors(byte[] file) {
        return answer(register.importSuccessors(file));
    }

    private static Response answer(ImportReport report) {
        return report.refused()
                ? problem(report.json())
                : Response.ok(report.json().toString(), MediaType.APPLICATION_JSON)
                        .build();
    }

    private static Response refused(List<RowFault> faults) {
        return problem(ImportReport.problem("unit", faults).build());
    }

    private static Response problem(JsonObject problem) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(PROBLEM)
                .entity(problem.toString())
                .build();
    }
}
