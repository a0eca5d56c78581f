package vn.mscore.hotline.survey.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.mscore.hotline.dossier.DossierCode;
import vn.mscore.hotline.platform.FieldReader;
import vn.mscore.hotline.platform.ImportReport;
import vn.mscore.hotline.platform.InTransaction;
import vn.mscore.hotline.platform.JsonFields;
import vn.mscore.hotline.platform.RowFault;
import vn.mscore.hotline.shared.Reason;
import vn.mscore.hotline.survey.Surveys;

/** Survey calls for the one-stop software: ordered one by one, never the number nor what was answered. */
@Singleton
@Path("v1/survey-calls")
@Tag(name = "survey-calls")
@Produces({MediaType.APPLICATION_JSON, SurveyCallResource.PROBLEM})
public class SurveyCallResource {
    static final String PROBLEM = "application/problem+json";
    private static final JsonFields.Names NAMES = new JsonFields.Names(Set.of("dossier"), Set.of(), Set.of());

    private final Surveys surveys;
    private final InTransaction transaction;

    /** Orders from {@code surveys}. */
    @Inject
    public SurveyCallResource(Surveys surveys, InTransaction transaction) {
        this.surveys = surveys;
        this.transaction = transaction;
    }

    /** Orders a call, or finds the one ordered before. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Have the applicant of a returned dossier called and asked; repeating it orders nothing more")
    @APIResponse(
            responseCode = "202",
            description = "ordered; the call is made on a working day between 08:00 and 17:00")
    @APIResponse(responseCode = "200", description = "was ordered before")
    @APIResponse(responseCode = "400", description = "not such a body")
    @APIResponse(
            responseCode = "409",
            description = "refused; unknown dossier, result not returned, no number, or the applicant wants no surveys")
    public Response order(
            @RequestBody(content = @Content(schema = @Schema(implementation = SurveyCallBody.class))) byte[] body) {
        Optional<JsonFields> fields = JsonFields.parse(body == null ? new byte[0] : body);
        if (fields.isEmpty()) {
            return faults(List.of(new RowFault(0, "", "không phải JSON / not a JSON object")));
        }
        FieldReader reader = fields.get().fields(NAMES);
        Optional<DossierCode> code = reader.requiredValue("dossier", DossierCode::new);
        return reader.faults().isEmpty() ? order(code.orElseThrow()) : faults(reader.faults());
    }

    private Response order(DossierCode code) {
        Surveys.Ordered outcome = transaction.call(() -> surveys.order(code));
        return outcome.refusal().map(SurveyCallResource::refused).orElseGet(() -> {
            String reference = outcome.reference().orElseThrow();
            Status status = outcome.before() ? Status.OK : Status.ACCEPTED;
            return Response.status(status).entity(json(course(reference))).build();
        });
    }

    /** How far an order has come. */
    @GET
    @Path("{reference}")
    @Operation(summary = "How far an ordered call has come: tries and how it ended")
    @APIResponse(
            responseCode = "200",
            description = "end: COMPLETE, PARTIAL, BUSY, NO_ANSWER, WRONG_NUMBER, REFUSED, CALL_LATER, NOT_APPLICANT,"
                    + " SCORED, EXPIRED; absent while open")
    @APIResponse(responseCode = "404", description = "there is no such order")
    public Response find(@PathParam("reference") String reference) {
        return Response.ok(json(course(reference))).build();
    }

    private Surveys.Course course(String reference) {
        return transaction.call(() -> surveys.course(reference)).orElseThrow(NotFoundException::new);
    }

    private static String json(Surveys.Course course) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("reference", course.reference())
                .add("tries", course.tries())
                .add("agreed", course.agreed());
        course.end().ifPresent(end -> json.add("end", end.name()));
        return json.build().toString();
    }

    private static Response refused(Reason reason) {
        JsonObject problem = Json.createObjectBuilder()
                .add("status", Status.CONFLICT.getStatusCode())
                .add("code", reason.code())
                .add("detail", reason.sentence())
                .build();
        return Response.status(Status.CONFLICT)
                .type(PROBLEM)
                .entity(problem.toString())
                .build();
    }

    private static Response faults(List<RowFault> faults) {
        return Response.status(Status.BAD_REQUEST)
                .type(PROBLEM)
                .entity(ImportReport.problem("survey-call", faults).build().toString())
                .build();
    }
}
