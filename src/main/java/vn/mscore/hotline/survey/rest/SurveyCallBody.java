package vn.mscore.hotline.survey.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The form of an order, for the description of the interface; read by hand so that nothing unknown is taken. */
@Schema(name = "SurveyCall", description = "whom to call: the applicant of a dossier whose result was returned")
public record SurveyCallBody(
        @Schema(required = true, description = "code of the dossier")
        String dossier) {}
