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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.mscore.hotline.platform.ImportReport;
import vn.mscore.hotline.platform.RowFault;
import vn.mscore.hotline.unit.UnitRegister;

/** Offices, fed by the one-stop software or by files. */
@Path("v1/units")
@Singleton
@Tag(name = "units")
@Produces({MediaType.APPLICATION_JSON, UnitResource.PROBLEM})
public class UnitResource {
    static final String PROBLEM = "application/problem+json";
    private static final String CSV = "text/csv";
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
    public Response put(
            @PathParam("code") String code,
            @RequestBody(content = @Content(schema = @Schema(implementation = UnitBody.class))) byte[] body) {
        List<RowFault> faults = register.put(code, body);
        return faults.isEmpty()
                ? Response.noContent().build()
                : problem(ImportReport.problem("unit", faults).build());
    }

    /** Offices as a file. */
    @POST
    @Path("import")
    @Consumes(CSV)
    @Operation(
            summary = "Import offices: code,name,short_name,kind,parent,valid_from,valid_to,identifiers,phone,address")
    @APIResponse(responseCode = "200", description = "all rows kept")
    @APIResponse(responseCode = "400", description = "nothing kept; errors names line and column")
    public Response importUnits(
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.STRING))) byte[] file) {
        return answer(register.importUnits(file));
    }

    /** Successors as a file. */
    @POST
    @Path("successors/import")
    @Consumes(CSV)
    @Operation(summary = "Import successors: code,field,unit,from")
    @APIResponse(responseCode = "200", description = "all rows kept")
    @APIResponse(responseCode = "400", description = "nothing kept; errors names line and column")
    public Response importSuccessors(
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.STRING))) byte[] file) {
        return answer(register.importSuccessors(file));
    }

    private static Response answer(ImportReport report) {
        return report.refused()
                ? problem(report.json())
                : Response.ok(report.json().toString(), MediaType.APPLICATION_JSON)
                        .build();
    }

    private static Response problem(JsonObject problem) {
        return Response.status(Response.Status.BAD_REQUEST)
                .type(PROBLEM)
                .entity(problem.toString())
                .build();
    }
}
