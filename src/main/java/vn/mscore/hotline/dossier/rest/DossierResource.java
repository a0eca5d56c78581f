package vn.mscore.hotline.dossier.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.mscore.hotline.dossier.DossierRegister;
import vn.mscore.hotline.platform.ImportReport;
import vn.mscore.hotline.shared.Reason;

/** Dossiers, fed by the one-stop software or by files. */
@Path("v1/dossiers")
@Singleton
@Tag(name = "dossiers")
@Produces({MediaType.APPLICATION_JSON, DossierResource.PROBLEM})
public class DossierResource {
    static final String PROBLEM = "application/problem+json";
    private static final String CSV = "text/csv";

    private final DossierRegister register;

    /** Feeds {@code register}. */
    @Inject
    public DossierResource(DossierRegister register) {
        this.register = register;
    }

    /** Creates or replaces one dossier, whole. */
    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Create or replace one dossier, whole, with its stage log; repeating it changes nothing")
    @APIResponse(responseCode = "204", description = "kept")
    @APIResponse(responseCode = "400", description = "refused; errors names each field")
    @APIResponse(
            responseCode = "409",
            description = "refused; newer facts are known, the status goes back, or the promise was moved before")
    public Response put(
            @PathParam("code") String code,
            @Parameter(description = "confirms that the status may go back")
                    @QueryParam("goBack")
                    @DefaultValue("false")
                    boolean goBack,
            @RequestBody(content = @Content(schema = @Schema(implementation = DossierBody.class))) byte[] body) {
        DossierRegister.Outcome outcome = register.put(code, body, goBack);
        if (outcome.kept()) {
            return Response.noContent().build();
        }
        return outcome.conflict()
                .map(reason -> problem(Status.CONFLICT, conflict(reason)))
                .orElseGet(() -> problem(
                        Status.BAD_REQUEST,
                        ImportReport.problem("dossier", outcome.faults()).build()));
    }

    /** Dossiers as a file. */
    @POST
    @Path("import")
    @Consumes(CSV)
    @Operation(
            summary = "Import dossiers: code,unit,procedure,field,received_at,due_at,status,phone,pin,returned_at,"
                    + "updated_at,postpone_reason")
    @APIResponse(responseCode = "200", description = "all rows kept")
    @APIResponse(responseCode = "400", description = "nothing kept; errors names line and column")
    public Response importDossiers(
            @QueryParam("goBack") @DefaultValue("false") boolean goBack,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.STRING))) byte[] file) {
        return answer(register.importDossiers(file, goBack));
    }

    /** Stage logs as a file. */
    @POST
    @Path("stages/import")
    @Consumes(CSV)
    @Operation(summary = "Import stage logs: code,name,unit,officer,entered_at,left_at,allowed_hours,pause_reason")
    @APIResponse(responseCode = "200", description = "all rows kept")
    @APIResponse(responseCode = "400", description = "nothing kept; errors names line and column")
    public Response importStages(
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.STRING))) byte[] file) {
        return answer(register.importStages(file));
    }

    private static Response answer(ImportReport report) {
        return report.refused()
                ? problem(Status.BAD_REQUEST, report.json())
                : Response.ok(report.json().toString(), MediaType.APPLICATION_JSON)
                        .build();
    }

    private static JsonObject conflict(Reason reason) {
        return Json.createObjectBuilder()
                .add("status", Status.CONFLICT.getStatusCode())
                .add("code", reason.code())
                .add("detail", reason.sentence())
                .build();
    }

    private static Response problem(Status status, JsonObject problem) {
        return Response.status(status).type(PROBLEM).entity(problem.toString()).build();
    }
}
